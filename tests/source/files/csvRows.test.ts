import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, portalHeader } from '../../audit/wrappers';
import { brief, readContent } from './reading';

const header = 'TimeGenerated,OperationName,Identity\n';
const time = '2026-08-03T08:00:00.0Z';
const row = (identity: string) => `${time},x,${identity}\n`;

async function identities(text: string): Promise<{ found: (string | null)[]; problems: string[] }> {
  const { records, problems } = await readContent(text);
  return { found: records.map(({ identity }) => identity), problems: brief(problems) };
}

describe('rows that cannot be read are listed with their line, and the rest loads', () => {
  test.each([
    [
      'a row with too many cells',
      `${header}${row('a')}${row('b,c')}${row('d')}`,
      ['line-unreadable 3'],
      ['a', 'd'],
    ],
    [
      'text after a closing quote',
      `${header}${row('a')}${row('"b"c')}${row('d')}`,
      ['line-unreadable 3'],
      ['a', 'd'],
    ],
    [
      'a quote inside a cell',
      `${header}${row('a')}${row('5" disk')}${row('d')}`,
      ['line-unreadable 3'],
      ['a', 'd'],
    ],
    [
      'a quote that never closes',
      `${header}${row('a')}${row('"b')}${row('c')}${row('d')}`,
      ['line-unreadable 3'],
      ['a', 'c', 'd'],
    ],
    [
      'a lost quote among quoted cells',
      `${header}${row('a')}${row('"b')}${row('"c, d"')}${row('"e"')}`,
      ['line-unreadable 3'],
      ['a', 'c, d', 'e'],
    ],
    [
      'a row without an operation',
      `${header}${row('a')}${time},,b\n${row('d')}`,
      ['record-unusable 3'],
      ['a', 'd'],
    ],
    [
      'a last row that is cut off',
      `${header}${row('a')}${row('d')}${time},x`,
      ['file-cut-off 4'],
      ['a', 'd'],
    ],
    [
      'a last row that is cut off inside quotes',
      `${header}${row('a')}${row('d')}${time},x,"e`,
      ['file-cut-off 4'],
      ['a', 'd'],
    ],
  ])('%s', async (_, text, problems, found) => {
    expect(await identities(text)).toEqual({ found, problems });
  });
});

test('line breaks inside quotes belong to the cell, and later lines count them', async () => {
  const { found, problems } = await identities(`${header}${row('"a\r\nb""c"')}${row('d,')}${row('e')}`);
  expect(found).toEqual(['a\r\nb"c', 'e']);
  expect(problems).toEqual(['line-unreadable 4']);
});

test('a short row lacks only empty cells at its end, as spreadsheets write it', async () => {
  const { found, problems } = await identities(`${header}${time},x\n${row('b')}`);
  expect([found, problems]).toEqual([[null, 'b'], []]);
});

test.each([';', '\t'])('cells may be divided by %j', async (delimiter) => {
  const { found, problems } = await identities(`${header}${row('a')}`.replaceAll(',', delimiter));
  expect([found, problems]).toEqual([['a'], []]);
});

test('blank lines are no rows', async () => {
  const { found, problems } = await identities(`\n${header}\n${row('a')}\r\n\n${row('b')}\n`);
  expect([found, problems]).toEqual([['a', 'b'], []]);
});

test('a row longer than any record ends with its line', async () => {
  const long = 'y'.repeat(5 * 1024 * 1024);
  const { found, problems } = await identities(
    `${header}${row('a')}${row(long)}${row('b')}${row(`"${long}`)}${row('c')}`,
  );
  expect(found).toEqual(['a', 'b', 'c']);
  expect(problems).toEqual(['line-unreadable 3', 'line-unreadable 5']);
});

test('very many lost quotes are all told', async () => {
  const { found, problems } = await identities(
    `${header}${row('"a')}${row('5" b')}`.concat(`${row('"c')}`.repeat(999)),
  );
  expect(found).toEqual([]);
  expect(problems).toHaveLength(1001);
});

test('any texts come back from a portal CSV as they were', async () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 8 })
    .map((value) => value.replaceAll('\0', ' ').toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (pairs) => {
      const rows = pairs.map(([key, value]) =>
        portalHeader.map(
          (title) =>
            ({ 'Date (UTC)': time, Activity: 'x', AdditionalDetail1Key: key, AdditionalDetail1Value: value })[
              title
            ] ?? '',
        ),
      );
      const { records, problems } = await readContent(csv([portalHeader, ...rows]));
      expect(problems).toEqual([]);
      expect(records.map(({ additionalDetails }) => JSON.parse(additionalDetails ?? ''))).toEqual(
        pairs.map(([key, value]) => (key || value ? [{ key, value }] : [])),
      );
    }),
    { numRuns: 50 },
  );
});

describe('a line ends with CR LF or LF, whichever the line before had, and with CR where the header does', () => {
  const head = header.trimEnd();
  const rows = ['a', 'b', 'c'].map((identity) => row(identity).trimEnd());
  test.each([
    ['CR alone', [head, ...rows].join('\r')],
    ['CR alone, at the end too', [head, ...rows, ''].join('\r')],
    ['CR LF, then LF', `${head}\r\n${rows[0]}\r\n${rows[1]}\n${rows[2]}\n`],
    ['LF, then CR LF', `${head}\n${rows[0]}\n${rows[1]}\r\n${rows[2]}\r\n`],
  ])('%s', async (_, text) => {
    expect(await identities(text)).toEqual({ found: ['a', 'b', 'c'], problems: [] });
  });
});

describe('a CR that ends no line of the header', () => {
  test('is text in a cell', async () => {
    const text = `${header}${row('a\rb')}${row('c')}`;
    expect(await identities(text)).toEqual({ found: ['a\rb', 'c'], problems: [] });
  });
  test('between rows makes one row with too many cells of them', async () => {
    const text = `${header}${['a', 'b'].map((identity) => row(identity).trimEnd()).join('\r')}\n`;
    expect(await identities(text)).toEqual({ found: [], problems: ['line-unreadable 2'] });
  });
});
