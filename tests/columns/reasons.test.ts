import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '@/lib/columns/bits';
import { Reasons, separator } from '@/lib/columns/reasons';
import { TextBytes } from '@/lib/columns/textBytes';
import { hostileText } from '../filter/arbitraries';

const word = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'aba', 'access', 'for', 'the', 'ünïcode', '😀', '-', '0x1'),
  hostileText.map((text) => text.replaceAll(separator, '').replaceAll(' ', '').toWellFormed()),
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const request = fc.array(text, { maxLength: 3 }).map((texts) => texts.join(separator));

describe('the reasons that contain a term', () => {
  test('are those that a plain look at each text finds, whichever rows were prepared', () => {
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 3 }),
        text.filter((term) => term !== ''),
        (requests, prepared, term) => {
          const reasons = new Reasons();
          for (const [row, each] of requests.entries()) {
            reasons.push(each);
            if (prepared.includes(row)) reasons.prepare(row + 1);
          }
          const expected = requests.flatMap((each, row) => (each.includes(term) ? [row] : []));
          expect([...rowsOf(reasons.containing(term, requests.length))]).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
  test('are found by rare and by frequent words alike', () => {
    const reasons = new Reasons();
    for (let row = 0; row < 5000; row++) reasons.push(`needed for ticket INC${row} ${row % 2 ? 'now' : ''}`);
    reasons.prepare(5000);
    const count = (term: string) => rowsOf(reasons.containing(term, 5000)).length;
    expect(count('e')).toBe(5000);
    expect(count('INC4999')).toBe(1);
    expect(count('ticket INC12 ')).toBe(1);
    expect(count('needed for ticket')).toBe(5000);
    expect(count('ticket for')).toBe(0);
  });
});

describe('texts as bytes', () => {
  test('hold a term anywhere, at the start and at the end as the texts themselves do', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word), { maxLength: 4 }), word, (lots, term) => {
        const bytes = new TextBytes();
        const texts: (string | null)[] = [null];
        for (const lot of lots) {
          texts.push(...lot);
          bytes.take(texts);
        }
        bytes.take(texts);
        const flags = (holds: (text: string) => boolean) =>
          Uint8Array.from(texts, (each) => Number(each !== null && holds(each)));
        expect(bytes.matching('anywhere', term)).toEqual(flags((each) => each.includes(term)));
        expect(bytes.matching('at the start', term)).toEqual(flags((each) => each.startsWith(term)));
        expect(bytes.matching('at the end', term)).toEqual(flags((each) => each.endsWith(term)));
      }),
      { numRuns: 1000 },
    );
  });
});
