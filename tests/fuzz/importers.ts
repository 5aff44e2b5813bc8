import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { isRecord } from '@/lib/audit/columns';
import { isObject } from '@/lib/audit/json';
import { normalise } from '@/lib/audit/normalise';
import type { AuditRecord, Problem } from '@/lib/audit/record';
import { canonicalTime } from '@/lib/audit/time';
import { holdsRecords, unwrap } from '@/lib/audit/unwrap';
import { valid } from './corpus';
import { halved, type Mutation, mutated, mutations, swelling } from './mutations';
import { type Reading, readPieces, readText, wholeText } from './readings';
import { type Answered, expectSame, expectThat, type Surface } from './surface';

const corpus = valid.map((text) => Buffer.from(text));

const encodings = ['utf8', 'utf8 with mark', 'utf16le', 'utf16be', 'latin1'] as const;
type Encoding = (typeof encodings)[number];

/** A file: a valid export, damaged, in some encoding, perhaps packed, and perhaps damaged once more. */
interface Import {
  of: number;
  before: Mutation[];
  encoding: Encoding;
  isPacked: boolean;
  /** Whether it is packed once more, which is slow, and compared. */
  isRepacked: boolean;
  after: Mutation[];
  sizes: number[];
}

const none = fc.constant<Mutation[]>([]);

/** Exports of every shape with any damage, through the readers of files. */
export const importers: Surface<Import> = {
  inputs: fc.record({
    of: fc.nat({ max: corpus.length - 1 }),
    before: fc.oneof({ weight: 400, arbitrary: fc.array(mutations, { maxLength: 4 }) }, fc.tuple(swelling)),
    encoding: fc.oneof({ weight: 6, arbitrary: fc.constant('utf8') }, fc.constantFrom(...encodings)),
    isPacked: fc.nat({ max: 7 }).map((turn) => turn === 0),
    isRepacked: fc.nat({ max: 3 }).map((turn) => turn === 0),
    after: fc.oneof({ weight: 9, arbitrary: none }, fc.array(mutations, { maxLength: 2 })),
    sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 2_000 })), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  async check(input) {
    const bytes = bytesOf(input);
    const sizes = bytes.length > 20_000 ? input.sizes.map((size) => size * 100) : input.sizes;
    const whole = await readPieces(bytes);
    expectThat(whole.records.every(isSound), 'a record is not sound', whole.records);
    expectThat(whole.problems.every(isSaid), 'a problem says too little', whole.problems);
    expectSame(await readPieces(bytes, sizes), whole, 'pieces of a file give something else');
    const text = await wholeText(bytes);
    if (text !== null) {
      expectSame(readText(text, sizes) ?? whole, whole, 'pieces of a text give something else');
      if (input.isRepacked && !isGzip(bytes))
        expectSame(await readPieces(gzipSync(bytes)), whole, 'the same bytes packed give something else');
      checkAgainstParsed(text, whole);
    }
    return answered(whole);
  },
  half(input) {
    const before = input.before.map(halved).filter((each) => each !== null);
    return before.length === 0 ? null : { ...input, before };
  },
};

function bytesOf({ of, before, encoding, isPacked, after }: Import): Buffer {
  const damaged = damagedBy(corpus[of] ?? Buffer.alloc(0), before);
  const encoded = inEncoding(damaged, encoding);
  return damagedBy(isPacked ? gzipSync(encoded) : encoded, after);
}

function damagedBy(bytes: Buffer, all: readonly Mutation[]): Buffer {
  return all.reduce<Buffer>((found, mutation) => mutated(found, mutation, corpus), bytes);
}

function inEncoding(bytes: Buffer, encoding: Encoding): Buffer {
  const text = bytes.toString('utf8');
  if (encoding === 'utf8') return bytes;
  if (encoding === 'utf8 with mark') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16le' ? little : little.swap16();
}

function answered({ records }: Reading): Answered {
  return records.length > 0 ? 'accepted' : 'refused';
}

/** What a text that is JSON as a whole holds is what is found in it, and nothing is empty without being so. */
function checkAgainstParsed(text: Buffer, { records, problems }: Reading): void {
  const parsed = parsedWhole(text);
  if (records.length === 0 && problems.length === 0)
    expectThat(parsed !== null || isEmptyTable(text), 'nothing was found and nothing was said');
  if (parsed === null || !isPlain(text, parsed.value) || holdsBoth(parsed.value)) return;
  const values: unknown[] = [];
  unwrap(parsed.value, (value) => values.push(value));
  const expected = values.map(normalise).filter((record) => !('unusable' in record));
  expectSame(records, expected, 'the parsed text has other records');
}

function parsedWhole(text: Buffer): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.toString('utf8').trim()) };
  } catch {
    return null;
  }
}

/** True when no key comes twice in an object: `JSON.parse` keeps the last of them alone. */
function isPlain(text: Buffer, value: unknown): boolean {
  const tokens = text.toString('utf8').match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? [];
  return tokens.join('') === JSON.stringify(value);
}

/** True when a record holds a list that is read by itself before the rest of it is known to be a record. */
function holdsBoth(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsBoth);
  if (!isObject(value)) return false;
  return (holdsRecords(value) && isRecord(value)) || Object.values(value).some(holdsBoth);
}

function isEmptyTable(text: Buffer): boolean {
  const lines = text
    .toString('utf8')
    .trim()
    .split(/[\r\n]+/);
  return lines.length === 1 && /[,;\t]/.test(lines[0] ?? '');
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isSound(record: AuditRecord): boolean {
  const texts = Object.values(record).filter((value) => typeof value === 'string');
  const times = [record.timeGenerated, record.activityDateTime].filter((time) => time !== null);
  const dynamic = [record.initiatedBy, record.targetResources, record.additionalDetails, record.further];
  return (
    record.operationName.trim() !== '' &&
    record.timeGenerated !== null &&
    texts.every((text) => text.isWellFormed() && !text.includes('\0')) &&
    times.every((time) => canonicalTime(time) === time) &&
    dynamic.every((text) => text === null || typeof JSON.parse(text) === 'object')
  );
}

function isSaid({ code, file, line, message }: Problem): boolean {
  return (
    code !== undefined && file === 'export' && (line === null || line >= 1) && /^[^\0]+\.$/s.test(message)
  );
}
