import 'server-only';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeSample } from '../source/sample/write';

/** The command line of the sample generator. */
const usage = `Writes a made-up organisation's audit records, in the shape of a storage export.

  npm run generate -- --out <new folder, or new file ending in .ndjson>
      [--requests 3000] [--days 120] [--until 2026-08-01T00:00:00Z] [--seed 1] [--unrelated 0.15]

The same numbers and the same --until, which otherwise is now, give the same bytes.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      requests: { type: 'string' },
      days: { type: 'string' },
      until: { type: 'string' },
      seed: { type: 'string' },
      unrelated: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (values.out === undefined) throw new RangeError('Say where to write to with --out; --help shows how.');
  const out = path.resolve(values.out);
  const until = values.until ?? new Date().toISOString();
  const started = performance.now();
  const { lines, bytes } = await writeSample({
    out,
    until,
    requests: number('requests', values.requests) ?? 3000,
    days: number('days', values.days),
    seed: number('seed', values.seed),
    unrelated: number('unrelated', values.unrelated),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const size = (bytes / 1e6).toFixed(1);
  process.stdout.write(
    `${lines.toLocaleString('en')} records, ${size} MB, up to ${until}, in ${seconds} s: ${out}\n`,
  );
  return 0;
}

function number(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new RangeError(`--${name} must be a number, not “${text}”.`);
  return value;
}

/** What went wrong, and the mend, in words. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = 'path' in error && typeof error.path === 'string' ? error.path : 'the place given by --out';
  switch ('code' in error ? error.code : null) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full and the sample incomplete. Delete it, then make room or ask for fewer --requests.';
    case 'EEXIST':
      return `${place} is there already. Delete it, or name another file.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${place} cannot be written to. Name another place with --out, or change its permissions.`;
    case 'ENOTDIR':
      return `${place} lies below something that is a file. Name a folder, or a file ending in .ndjson.`;
    default:
      return error.message;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
}
