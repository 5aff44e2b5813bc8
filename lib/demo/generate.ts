import 'server-only';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateSample } from '../source/sample/generate';
import type { SampleOptions } from '../source/sample/world';
import { writeFile, writeTree } from '../source/sample/write';

const usage = `Writes a made-up organisation's audit records, in the shape of a storage export.

  npm run generate -- --out <folder, or file ending in .ndjson or .json>
      [--requests 3000] [--days 120] [--until 2026-08-01T00:00:00Z] [--seed 1] [--unrelated 0.15]
`;

const options = {
  out: { type: 'string' },
  requests: { type: 'string', default: '3000' },
  days: { type: 'string', default: '120' },
  until: { type: 'string', default: new Date().toISOString() },
  seed: { type: 'string', default: '1' },
  unrelated: { type: 'string', default: '0.15' },
  help: { type: 'boolean', default: false },
} as const;

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options, strict: true });
  if (values.help || values.out === undefined) {
    process.stdout.write(usage);
    return values.help ? 0 : 1;
  }
  const sample: SampleOptions = {
    requests: number('requests', values.requests),
    days: number('days', values.days),
    until: values.until,
    seed: number('seed', values.seed),
    unrelated: number('unrelated', values.unrelated),
  };
  const out = path.resolve(values.out);
  const started = performance.now();
  const lines = generateSample(sample);
  const written = /\.(nd)?json$/.test(out) ? await intoFile(lines, out) : await intoFolder(lines, out);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `Wrote ${written.lines.toLocaleString('en')} records (${(written.bytes / 1e6).toFixed(1)} MB) ` +
      `up to ${sample.until} to ${out} in ${seconds} s.\n`,
  );
  return 0;
}

async function intoFile(lines: Iterable<string>, file: string) {
  await mkdir(path.dirname(file), { recursive: true });
  return await writeFile(lines, file);
}

async function intoFolder(lines: Iterable<string>, folder: string) {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new RangeError(`${folder} is not empty. Name a new folder, or empty it.`);
  return await writeTree(lines, folder);
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new RangeError(`--${name} must be a number, not "${text}".`);
  return value;
}

/** What went wrong, and the mend, in words. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  const place = 'path' in error && typeof error.path === 'string' ? error.path : 'the place given by --out';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full, so the sample is incomplete. Delete what was written, make room or ask for fewer --requests.';
    case 'EEXIST':
      return `${place} is there already. Delete it, or name another file.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${place} cannot be written to. Choose another place with --out, or change its permissions.`;
    case 'ENOTDIR':
      return `${place} lies below something that is a file. Name a folder, or a file ending in .ndjson.`;
    default:
      return error.message;
  }
}
