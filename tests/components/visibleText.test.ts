import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAt, visible, visibleParts } from '@/components/ui/visibleText';

function check(text: string, terms: string[], expected: string) {
  const written = visibleParts(text, terms)
    .map((part) => (part.kind === 'match' ? `[${part.text}]` : part.text))
    .join('');
  expect(written).toBe(expected);
}

test('a term is matched wherever it occurs, in any case', () => {
  check('Access needed, ACCESS', ['access'], '[Access] needed, [ACCESS]');
});

test('overlapping terms give one match', () => {
  check('on-call rota', ['call ro', 'rota'], 'on-[call rota]');
});

test('a character whose lower case is longer does not shift the match', () => {
  check('İİ needed', ['needed'], 'İİ [needed]');
});

test('a decomposed letter is matched by its composed form, and whole', () => {
  check('Cafe\u0301 bar', ['café'], '[Cafe\u0301] bar');
});

test.each([
  ['a\u202eb', 'a‹U+202E›b'],
  ['\u0000', '‹U+0000›'],
  ['\u2066x\u2069', '‹U+2066›x‹U+2069›'],
  ['zero\u200bwidth', 'zero‹U+200B›width'],
  ['\u{e0041}', '‹U+E0041›'],
  ['\ud800', '‹U+D800›'],
  ['lone\rreturn', 'lone‹U+000D›return'],
])('a character that would not show or would mislead is written by its number: %j', (text, expected) => {
  check(text, [], expected);
});

test('line feeds, tabs and the joiners of spelling stay', () => {
  check('a\n\tb', [], 'a\n\tb');
  check('می\u200cخواهم 👩\u200d💻', [], 'می\u200cخواهم 👩\u200d💻');
});

test('markup stays text', () => {
  check('<script>alert(1)</script>', ['script'], '<[script]>alert(1)</[script]>');
});

test('a match is marked in both halves of a text that is shown in two', () => {
  const halves = [visibleParts('rivera@contoso', ['a@c'], 0, 6), visibleParts('rivera@contoso', ['a@c'], 6)];
  expect(halves).toEqual([
    [
      { kind: 'plain', text: 'river' },
      { kind: 'match', text: 'a' },
    ],
    [
      { kind: 'match', text: '@c' },
      { kind: 'plain', text: 'ontoso' },
    ],
  ]);
});

test('no text shows a character that the rules call invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Bidi_Control}\p{Zl}\p{Zp}\u200b]/u);
    }),
  );
});

test('a cut never splits a surrogate pair', () => {
  check('ab\u{1f600}'.slice(0, cutAt('ab\u{1f600}', 3)), [], 'ab');
  check('ab\u{1f600}'.slice(0, cutAt('ab\u{1f600}', 4)), [], 'ab\u{1f600}');
});

test('text in ASCII alone, which goes a shorter way, is marked as beside any other letter', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(
    fc.property(ascii, fc.array(fc.oneof(ascii, fc.constantFrom('a', 'A', ' ', 'aa'))), (text, terms) => {
      const beside = visibleParts(`${text}é`, terms, 0, text.length);
      expect(visibleParts(text, terms)).toEqual(beside);
    }),
  );
});
