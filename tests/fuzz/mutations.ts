import fc from 'fast-check';

/** One damage to a text of bytes; places are taken modulo its length. */
export type Mutation =
  | { do: 'flip'; at: number; bit: number }
  | { do: 'cut'; at: number; keep: 'start' | 'end' }
  | { do: 'drop'; at: number; bytes: number }
  | { do: 'repeat'; at: number; bytes: number; times: number; to: number }
  | { do: 'splice'; at: number; of: number; from: number; bytes: number }
  | { do: 'insert'; at: number; token: string }
  | { do: 'swell'; at: number; token: string; times: number }
  | { do: 'nest'; at: number; open: string; depth: number; isClosed: boolean };

/** Texts that mean something to one reader or another. */
const hostileTokens = [
  ...'"\\{}[],:;\t\r\n\0',
  '\r\n',
  '""',
  '"""',
  '\\"',
  '\\u0000',
  '\\ud800',
  '\ufeff',
  '\u2028',
  '😀',
  'null',
  '-0',
  '1e400',
  '"__proto__":{"a":1},',
  '"records":[',
  '"value":[],',
  '"tables":[{"columns":["TimeGenerated","OperationName","TimeGenerated"],"rows":[["1","2","3"]]}],',
  '"rows":[],',
  '{"records":[]}',
  '"operationName":"x",',
  '"time":"2026-08-03T08:00:00Z",',
  '=cmd|x!A0',
  '\u001f\u008b\b',
  'PK\u0003\u0004',
] as const;

const place = fc.nat({ max: 1_000_000 });
const few = fc.integer({ min: 1, max: 64 });

export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('flip'), at: place, bit: fc.nat({ max: 7 }) }) },
  fc.record({ do: fc.constant('cut'), at: place, keep: fc.constantFrom('start', 'end') }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop'), at: place, bytes: few }) },
  fc.record({
    do: fc.constant('repeat'),
    at: place,
    bytes: fc.integer({ min: 1, max: 600 }),
    times: fc.integer({ min: 1, max: 4 }),
    to: place,
  }),
  fc.record({ do: fc.constant('splice'), at: place, of: place, from: place, bytes: fc.nat({ max: 600 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('insert'),
      at: place,
      token: fc.oneof(fc.constantFrom(...hostileTokens), fc.string({ unit: 'binary', maxLength: 4 })),
    }),
  },
  fc.record({
    do: fc.constant('nest'),
    at: place,
    open: fc.constantFrom('[', '{"a":', '[{"value":', '{"records":['),
    depth: fc.oneof({ weight: 9, arbitrary: few }, fc.integer({ min: 64, max: 2_000 })),
    isClosed: fc.boolean(),
  }),
);

/** Bytes that swell a text at most: many times what anything quadratic needs to show, and read within seconds otherwise. */
const mostSwollen = 150_000;

/** A short text over and over, which shows where reading takes longer for each byte when there are more. */
export const swelling: fc.Arbitrary<Mutation> = fc.record({
  do: fc.constant('swell'),
  at: place,
  token: fc.oneof(
    fc.constantFrom(...hostileTokens),
    fc
      .array(fc.constantFrom(...'[]{}",:\n\\a'), { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join('')),
  ),
  times: fc.integer({ min: 1_000, max: 12_000 }),
});

/** The same damage, half as long, where it is a long one. */
export function halved(mutation: Mutation): Mutation | null {
  if (mutation.do !== 'swell') return null;
  const most = mostSwollen / Buffer.byteLength(mutation.token);
  return { ...mutation, times: Math.ceil(Math.min(mutation.times, most) / 2) };
}

/** The bytes after one damage; `others` are what a splice may come from. */
export function mutated(bytes: Buffer, mutation: Mutation, others: readonly Buffer[] = []): Buffer {
  const at = mutation.at % (bytes.length + 1);
  switch (mutation.do) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << mutation.bit);
      return flipped;
    }
    case 'cut':
      return mutation.keep === 'start' ? bytes.subarray(0, at) : bytes.subarray(at);
    case 'drop':
      return joined(bytes.subarray(0, at), bytes.subarray(at + mutation.bytes));
    case 'repeat': {
      const slice = bytes.subarray(at, at + mutation.bytes);
      return inserted(
        bytes,
        mutation.to % (bytes.length + 1),
        ...Array.from({ length: mutation.times }, () => slice),
      );
    }
    case 'swell':
      return inserted(bytes, at, Buffer.from(mutation.token.repeat(mutation.times)).subarray(0, mostSwollen));
    case 'splice': {
      const other = others[mutation.of % Math.max(1, others.length)] ?? bytes;
      const from = mutation.from % (other.length + 1);
      return inserted(bytes, at, other.subarray(from, from + mutation.bytes));
    }
    case 'insert':
      return inserted(bytes, at, Buffer.from(mutation.token));
    case 'nest': {
      const { open, depth, isClosed } = mutation;
      const closing = open.replace(/[^[{]/g, '').replaceAll('[', ']').replaceAll('{', '}');
      const close = isClosed ? [...closing].reverse().join('').repeat(depth) : '';
      return inserted(bytes, at, Buffer.from(open.repeat(depth) + close));
    }
  }
}

function inserted(bytes: Buffer, at: number, ...more: Buffer[]): Buffer {
  return joined(bytes.subarray(0, at), ...more, bytes.subarray(at));
}

function joined(...parts: Buffer[]): Buffer {
  return Buffer.concat(parts.map((part) => new Uint8Array(part)));
}

/** A text after damage to its characters, which may be halves of pairs. */
export function mutatedText(text: string, all: readonly Mutation[]): string {
  const bytes = Buffer.from(text, 'utf16le');
  return all.reduce<Buffer>((found, mutation) => mutated(found, mutation), bytes).toString('utf16le');
}
