import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '@/lib/audit/unwrap';
import { Elements } from '@/lib/source/files/elements';
import { Lines } from '@/lib/source/files/lines';
import type { Reader, Sink } from '@/lib/source/files/sink';

interface Found {
  values: unknown[];
  events: string[];
}

/** What a reader finds in a text that comes in pieces of these sizes, over and over. */
function read(
  make: (sink: Sink) => Reader,
  text: string,
  sizes: readonly number[] = [text.length + 1],
): Found {
  const found: Found = { values: [], events: [] };
  const reader = make({
    value: (value) => unwrap(value, (one) => found.values.push(one)),
    record: (value) => found.values.push(value),
    members: () => undefined,
    unreadable: (line) => found.events.push(`unreadable ${line}`),
    tooLong: (line) => found.events.push(`too long ${line}`),
    cutOff: (line) => found.events.push(`cut off ${line}`),
  });
  const bytes = Buffer.from(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  reader.end();
  return found;
}

const elements = (text: string, sizes?: readonly number[]) => read((sink) => new Elements(sink), text, sizes);
const lines = (text: string, sizes?: readonly number[]) => read((sink) => new Lines(sink), text, sizes);

function unwrapped(value: unknown): unknown[] {
  const values: unknown[] = [];
  unwrap(value, (one) => values.push(one));
  return values;
}

const scalars = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1.5e-7,
    1e21,
    '',
    '\\',
    '"',
    '{',
    ']}',
    '\n',
    '\u2028',
    '😀',
    'é',
    '\ud800',
    '"a":[{',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer(),
);
const keys = fc.oneof(
  fc.constantFrom('id', 'records', 'Value', 'tables', 'a"b', '', '\\', '__proto__'),
  fc.string({ maxLength: 4 }),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalars,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const chunkings = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const blanks = fc.array(fc.constantFrom(' ', '\t', '\n', '\r\n', ''), { minLength: 1, maxLength: 5 });

describe('elements are the same as those of the parsed text', () => {
  test('for any JSON value, any white space and any chunking', () => {
    fc.assert(
      fc.property(json, blanks, chunkings, (value, spaces, sizes) => {
        const found = elements(spaced(JSON.stringify(value), spaces), sizes);
        expect(found).toEqual({ values: unwrapped(JSON.parse(JSON.stringify(value))), events: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('for values one after another', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 5 }), chunkings, (values, sizes) => {
        const found = elements(values.map((value) => JSON.stringify(value)).join('\n'), sizes);
        expect(found).toEqual({
          values: values.flatMap((value) => unwrapped(JSON.parse(JSON.stringify(value)))),
          events: [],
        });
      }),
    );
  });

  test('for the rows of any tables', () => {
    const table = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }).chain((names) =>
      fc.record({
        columns: fc.constant(names),
        rows: fc.array(fc.array(json, { minLength: names.length, maxLength: names.length }), {
          maxLength: 3,
        }),
      }),
    );
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), chunkings, blanks, (tables, sizes, spaces) => {
        const text = JSON.stringify({ tables, error: null });
        expect(elements(spaced(text, spaces), sizes)).toEqual({
          values: unwrapped(JSON.parse(text)),
          events: [],
        });
      }),
    );
  });

  test('and lines, any chunking, are the parsed lines', () => {
    fc.assert(
      fc.property(
        fc.array(json, { maxLength: 6 }),
        chunkings,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (values, sizes, end) => {
          const found = lines(values.map((value) => JSON.stringify(value) + end).join(''), sizes);
          expect(found).toEqual({
            values: values.flatMap((value) => unwrapped(JSON.parse(JSON.stringify(value)))),
            events: [],
          });
        },
      ),
    );
  });
});

const objects = fc.array(fc.dictionary(fc.stringMatching(/^[a-c]{1,3}$/), json, { maxKeys: 3 }), {
  minLength: 2,
  maxLength: 6,
});

describe('damage stays where it is', () => {
  test('a text cut off anywhere gives the elements before, and says so', () => {
    fc.assert(
      fc.property(objects, fc.double({ min: 0, max: 1, noNaN: true }), chunkings, (list, share, sizes) => {
        const text = `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
        const cut = text.slice(0, 1 + Math.floor((text.length - 2) * share));
        const found = elements(cut, sizes);
        expect(found.events).toEqual([expect.stringMatching(/^cut off \d+$/)]);
        const whole = unwrapped(JSON.parse(JSON.stringify(list)));
        expect(whole.slice(0, found.values.length)).toEqual(found.values);
      }),
    );
  });

  test('an element that lost a bracket or a quote takes no other with it, when each begins a line', () => {
    const words = fc.stringMatching(/^[a-z0-9 :,.-]{0,9}$/);
    const record = fc.record({
      time: words,
      target: fc.array(fc.record({ id: fc.oneof(words, fc.integer(), fc.constant(null)) }), {
        minLength: 1,
        maxLength: 2,
      }),
      end: fc.constant('x'),
    });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('{', '}', '[', ']', '"', ':', ','),
        fc.nat(),
        chunkings,
        (list, lost, which, sizes) => {
          const texts = list.map((one) => JSON.stringify(one));
          const [first = '', second = '', third = ''] = texts;
          const places = [...second.matchAll(new RegExp(`\\${lost}`, 'g'))]
            .map(({ index }) => index)
            .filter((index) => index > 0);
          fc.pre(places.length > 0);
          const place = places[which % places.length] ?? 0;
          const damaged = second.slice(0, place) + second.slice(place + 1);
          fc.pre(!isJson(damaged));
          const { values, events } = elements(`[\n${first},\n${damaged},\n${third}\n]`, sizes);
          expect(values).toEqual(expect.arrayContaining([JSON.parse(first), JSON.parse(third)]));
          expect(events).toContain('unreadable 3');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the line is that of the element', () => {
  test.each([
    ['[{"a":1},\n\n {"a":},\n{"a":2}]', ['unreadable 3'], 2],
    ['{\n"records": [\n{"a":1},\n{"a" 1},\n{"a":2}\n],\n"x": 1}', ['unreadable 4'], 2],
    ['{"a":1}\nnonsense and more\n{"a":2}', ['unreadable 2'], 2],
    ['{"a":1}}\n{"a":2}]', ['unreadable 1', 'unreadable 2'], 2],
    ['[{"a":1}\n', ['cut off 2'], 1],
    ['[{"a":1},\n{"a":"', ['cut off 2'], 1],
    ['{"value":[{"a":1}],\n"x":', ['cut off 2'], 1],
    ['{"value":[{"a":1}],\n"x":nonsense}', ['unreadable 1'], 1],
  ])('%j', (text, events, count) => {
    const found = elements(text);
    expect(found.events).toEqual(events);
    expect(found.values).toHaveLength(count);
  });
});

describe('hostile texts end in a report, never in a crash', () => {
  const deep = 200_000;

  test.each([
    ['brackets that never close', '['.repeat(deep), ['cut off 1']],
    ['objects that never close', '{"a":'.repeat(deep), ['unreadable 1']],
    ['deep nesting', `[{"a":${'['.repeat(deep)}${']'.repeat(deep)}},\n{"b":1}]`, []],
    ['closing brackets', ']'.repeat(deep), ['unreadable 1']],
    ['mixed brackets', '[}'.repeat(deep), expect.anything()],
    ['quotes', '"'.repeat(deep + 1), expect.anything()],
    ['backslashes', `["${'\\'.repeat(deep)}`, ['cut off 1']],
  ])('%s', (_, text, events) => {
    expect(elements(text).events).toEqual(events);
  });

  test.each([
    ['brackets that close nothing, after many that stay open', '['.repeat(10_000) + '}'.repeat(deep)],
    ['rows of no columns', `{${'"rows":[],'.repeat(6_000)}"a":1}`],
    ['lists in a record', `{"time":"t","operationName":"x",${'"value":[],'.repeat(8_000)}"a":1}`],
    ['rows of no columns beside lists', `{${'"rows":[],"value":[],'.repeat(deep / 8)}"a":1}`],
  ])('%s take no longer for each byte when there are more', (_, text) => {
    const started = performance.now();
    elements(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('a line of more than 64 MB is reported and not kept', () => {
    const long = Buffer.alloc(1024 * 1024, 'x');
    for (const make of [(sink: Sink) => new Lines(sink), (sink: Sink) => new Elements(sink)]) {
      const events: string[] = [];
      const values: unknown[] = [];
      const reader = make({
        value: (value) => values.push(value),
        record: () => undefined,
        members: () => undefined,
        unreadable: (line) => events.push(`unreadable ${line}`),
        tooLong: (line) => events.push(`too long ${line}`),
        cutOff: (line) => events.push(`cut off ${line}`),
      });
      reader.push(Buffer.from('{"a":1}\n{"a":"'));
      for (let megabyte = 0; megabyte < 65; megabyte++) reader.push(long);
      reader.push(Buffer.from('"}\n{"a":2}\n'));
      reader.end();
      expect(events).toEqual(['too long 2']);
      expect(values).toEqual([{ a: 1 }, { a: 2 }]);
    }
  });
});

/** The text with white space wherever JSON allows it, taken from `spaces` in turn. */
function spaced(text: string, spaces: readonly string[]): string {
  let turn = 0;
  return text.replace(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g, (token) => {
    const before = spaces[turn++ % spaces.length];
    const after = spaces[turn++ % spaces.length];
    return `${before}${token}${after}`;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
