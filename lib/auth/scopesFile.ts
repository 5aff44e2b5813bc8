import 'server-only';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../errors';
import { fileStamp } from '../fileStamp';
import { log } from '../log';

const ids = z.array(z.guid('is not an object id (a GUID)').toLowerCase()).min(1, 'is empty; leave it out');

const entry = z
  .strictObject(
    {
      name: z.string('is missing; give the entry a name').trim().min(1, 'is empty; give the entry a name'),
      groups: ids.optional(),
      readers: ids.optional(),
      packages: ids.optional(),
      workspaces: ids.optional(),
    },
    {
      error: ({ code }) =>
        code === 'unrecognized_keys'
          ? 'has a part that is none of name, groups, readers, packages, workspaces'
          : 'is not an object in braces',
    },
  )
  .refine(({ groups, readers }) => groups ?? readers, 'names nobody; give groups or readers')
  .refine(({ packages, workspaces }) => packages ?? workspaces, 'shows nothing; give packages or workspaces');

/** Who (any of these groups or readers) may see what (requests of these packages, of these workspaces). */
export type ScopeEntry = z.infer<typeof entry>;

const entries = z
  .array(entry, 'is not a list of entries')
  .min(1, 'has no entry; add one, or unset SCOPES_FILE');

interface Kept {
  /** Changes when the file does. */
  stamp: string;
  entries: Promise<readonly ScopeEntry[]>;
}
const kept = new Map<string, Kept>();

/** The entries of the scopes file as it is now. Throws `environment-invalid` naming file, entry and mend. */
export async function readScopes(file: string): Promise<readonly ScopeEntry[]> {
  const stamp = await fileStamp(file);
  const known = kept.get(file);
  if (known?.stamp === stamp) return known.entries;
  const read = parse(file);
  kept.set(file, { stamp, entries: read });
  read.catch((err: unknown) =>
    log.error({ err }, 'the scopes file cannot be used; scoped readers see nothing'),
  );
  return read;
}

async function parse(file: string): Promise<readonly ScopeEntry[]> {
  const text = await readFile(/* turbopackIgnore: true */ file, 'utf8').catch((cause: unknown) =>
    refuse(file, 'cannot be read; give the path of a file that this process may read', cause),
  );
  const json = parsedJson(file, text);
  const read = entries.safeParse(json);
  if (read.success) return read.data;
  return refuse(file, read.error.issues.map((issue) => words(issue, json)).join('; '));
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return refuse(
      file,
      'is not JSON; give a list such as [{"name":"Finance","groups":["<id>"],"packages":["<id>"]}]',
      cause,
    );
  }
}

/** Such as `entry 2 (“Finance”) groups.0 is not an object id (a GUID)`. */
function words({ path: [at, ...part], message }: z.core.$ZodIssue, json: unknown): string {
  if (typeof at !== 'number') return message;
  const named = z.array(z.unknown()).parse(json)[at];
  const name = z.object({ name: z.string() }).safeParse(named).data?.name;
  return [`entry ${at + 1}`, name && `(“${name}”)`, part.join('.'), message].filter(Boolean).join(' ');
}

function refuse(file: string, mend: string, cause?: unknown): never {
  throw new AppError('environment-invalid', `SCOPES_FILE “${file}”: ${mend}.`, { cause });
}
