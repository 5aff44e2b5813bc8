import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameters, quote } from '@/lib/source/kql/quote';
import { complaints, literals } from './kusto';

/** Text as an attacker would write it: what ends a literal or starts something in KQL, and any Unicode. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '\\"',
        '"; AuditLogs | take 1 //',
        '```',
        '\n',
        '\r',
        '\0',
        '| ',
        '@"',
        'h"',
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('a quoted text', () => {
  it('is one literal with that very value, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(literals(quote(text))).toEqual([text]);
        expect(complaints(`print ${quote(text)}`)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is printable ASCII on one line', () => {
    fc.assert(fc.property(hostile, (text) => /^"[ -~]*"$/.test(quote(text))));
  });

  it('keeps its place in a list', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
        expect(literals(quote(texts))).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a quoted instant', () => {
  it.each([
    ['2026-08-03T08:00:00Z', 'datetime(2026-08-03T08:00:00Z)'],
    ['2026-08-03T08:00:00.1234567Z', 'datetime(2026-08-03T08:00:00.1234567Z)'],
    [null, 'datetime(null)'],
  ])('%s is %s', (instant, literal) => {
    expect(quote({ instant })).toBe(literal);
    expect(complaints(`print ${literal}`)).toEqual([]);
  });

  it.each([
    '',
    'now()',
    '2026-08-03',
    '2026-13-03T08:00:00Z',
    '2026-08-03T08:00:00+02:00',
    '2026-08-03T08:00:00Z) | take 1 //',
    '2026-08-03T08:00:00Z\n',
  ])('%j is refused', (instant) => {
    expect(() => quote({ instant })).toThrow(RangeError);
  });
});

it('parameters come one statement a line', () => {
  expect(parameters({ a: 'x', b: ['y'], c: { instant: null } })).toBe(
    'let a = "x";\nlet b = dynamic(["y"]);\nlet c = datetime(null);\n',
  );
});
