import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileFormat } from '@/lib/export/file';
import { inert } from '@/lib/export/inert';
import { columnIds } from '@/lib/filter/columns';
import { request } from './request';

/** A formula's first sign, after anything that a spreadsheet skips or shows as nothing. */
const formula = /^[\s"\p{C}]*[=+\-@＝＋－＠]/u;

describe('a text that a spreadsheet could run gets an apostrophe', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1', "'+49 30 1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['"=1', '\'"=1'],
    ["'=1", "''=1"],
    ['\0=1', "'\0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['a;=1', "a;'=1"],
    ['a\n- b', "a\n'- b"],
    ['a\t"=1', 'a\t\'"=1'],
  ])('%j becomes %j', (text, expected) => expect(inert(text)).toBe(expected));

  test.each(['', 'Month-end close', 'a = b', 'mail@contoso.example', 'a, -b', '1-2', 'ok; see CHG-1'])(
    '%j stays as it is',
    (text) => expect(inert(text)).toBe(text),
  );
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'=+-@＝＋－＠\t\r\n\0 \'"`;,|:{}[]\\'.split(''),
        '\u00a0',
        '\u200b',
        '\u202e',
        '\ufeff',
        '\r\n',
        '""',
        "=cmd|' /C calc'!A0",
        'HYPERLINK("http://x")',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.isWellFormed());

describe('whatever people write', () => {
  test.each(['view', 'record'] as const)('no cell of %s runs, wherever a program splits it', (content) => {
    const csv = fileFormat({ format: 'csv', content, columns: columnIds });
    fc.assert(
      fc.property(hostile, hostile, (reason, name) => {
        const text = csv.head + csv.rows([request({ reason, name })]);
        const cells: string[] = parse(text, { bom: true }).flat();
        for (const cell of cells) expect(cell).not.toMatch(/^[\t\r\n]/);
        for (const cell of [...cells, ...text.split(/[;\t\r\n]/)]) expect(cell).not.toMatch(formula);
      }),
      { numRuns: 150 },
    );
  });

  test('CSV gives every text back but for apostrophes, and NDJSON as it is', () => {
    const kinds = { content: 'record', columns: [] } as const;
    const csv = fileFormat({ format: 'csv', ...kinds });
    const ndjson = fileFormat({ format: 'ndjson', ...kinds });
    fc.assert(
      fc.property(hostile, hostile, (reason, name) => {
        const written = request({ reason, name });
        const [row] = parse<Record<string, string>>(csv.head + csv.rows([written]), {
          columns: true,
          bom: true,
        });
        const found = row?.['requestorJustification.text'] ?? '';
        expect(found.replaceAll("'", '')).toBe(reason.replaceAll("'", ''));
        const lines = ndjson.rows([written]).split('\n');
        expect(lines).toHaveLength(2);
        expect(JSON.parse(lines[0] ?? '')).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });
});
