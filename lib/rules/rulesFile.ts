import 'server-only';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fileStamp } from '../fileStamp';
import { log } from '../log';

/** What the exclusion rules file holds: its rules as they are written, each still to be judged, or why it has none. */
export type RulesFile = { rules: readonly unknown[] } | { unreadable: string };

const none: RulesFile = { rules: [] };

/** Changes when the file does. */
const kept = new Map<string, { stamp: string; read: Promise<RulesFile> }>();

/** The exclusion rules file as it is now; no rules without a file. Never throws. */
export async function readRulesFile(file: string | null): Promise<RulesFile> {
  if (file === null) return none;
  const stamp = await fileStamp(file);
  const known = kept.get(file);
  if (known?.stamp === stamp) return known.read;
  const read = parse(file);
  kept.set(file, { stamp, read });
  return read;
}

async function parse(file: string): Promise<RulesFile> {
  try {
    const text = await readFile(/* turbopackIgnore: true */ file, 'utf8');
    const list = z.array(z.unknown()).safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (list.success) return { rules: list.data };
    return unreadable(file, 'is not a list of rules');
  } catch (err) {
    return unreadable(file, err instanceof SyntaxError ? 'is not JSON' : 'cannot be read', err);
  }
}

/** The path and the cause are for the log alone. */
function unreadable(file: string, why: string, err?: unknown): RulesFile {
  log.error({ file, err }, `the exclusion rules file ${why}; no rule applies`);
  return { unreadable: `The exclusion rules file ${why}, so no rule applies.` };
}
