import { lowered } from '@/lib/filter/lowered';

/** A run of log text: plain, matched by a search term, or one character that would not show or would mislead. */
export interface TextPart {
  kind: 'plain' | 'match' | 'invisible';
  text: string;
}

/**
 * Control, format (the bidirectional overrides among them), separator, private-use and lone surrogate
 * characters. Line feed and tab lay text out; the two joiners belong to the spelling of several scripts.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const allowed = new Set(['\n', '\t', '\u200c', '\u200d']);

/** Nearly every text: printable ASCII alone, in which nothing is invisible and every letter is one unit. */
const plain = /^[ -~]*$/;

/** Where to end `text` so that at most `length` UTF-16 units remain and no surrogate pair is split. */
export function cutAt(text: string, length: number): number {
  if (text.length <= length) return text.length;
  const last = text.codePointAt(length - 1) ?? 0;
  return last > 0xffff ? length - 1 : length;
}

/** Log text on one line of plain text, for places that take no markup. */
export function visible(text: string): string {
  return visibleParts(text, [])
    .map((part) => part.text)
    .join('');
}

/**
 * Splits the UTF-16 units `from` to `to` of log text into runs. Every occurrence of a term, in any case, in
 * the whole text is a match, also where the range cuts through it.
 */
export function visibleParts(text: string, terms: readonly string[], from = 0, to = text.length): TextPart[] {
  if (terms.length === 0 && plain.test(text))
    return from < to ? [{ kind: 'plain', text: text.slice(from, to) }] : [];
  const matched = matchedUnits(text, terms);
  const parts: TextPart[] = [];
  let at = from;
  for (const character of text.slice(from, to).replaceAll('\r\n', ' \n')) {
    const kind =
      invisible.test(character) && !allowed.has(character) ? 'invisible' : matched[at] ? 'match' : 'plain';
    const last = parts.at(-1);
    if (kind !== 'invisible' && last?.kind === kind) last.text += character;
    else parts.push({ kind, text: kind === 'invisible' ? marker(character) : character });
    at += character.length;
  }
  return parts;
}

/** Where the first match of a term starts, in UTF-16 units; null when there is none. */
export function firstMatch(text: string, terms: readonly string[]): number | null {
  const at = matchedUnits(text, terms).indexOf(true);
  return at < 0 ? null : at;
}

function marker(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/**
 * For each UTF-16 unit of `text`, whether a term covers it. Letters are compared with their combining marks, as
 * the store compares them, so that a decomposed letter is found by its composed form.
 */
function matchedUnits(text: string, terms: readonly string[]): boolean[] {
  const matched = new Array<boolean>(text.length).fill(false);
  if (terms.length === 0) return matched;
  if (plain.test(text)) {
    const comparable = text.toLowerCase();
    for (const term of terms.map(lowered))
      markAll(term, comparable, (at) => matched.fill(true, at, at + term.length));
    return matched;
  }
  let comparable = '';
  const origins: { from: number; to: number }[] = [];
  for (const { 0: letter, index } of text.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gu)) {
    const form = lowered(letter);
    for (let unit = 0; unit < form.length; unit++) origins.push({ from: index, to: index + letter.length });
    comparable += form;
  }
  for (const term of terms.map(lowered)) {
    markAll(term, comparable, (at) => {
      const first = origins[at]?.from ?? 0;
      matched.fill(true, first, origins[at + term.length - 1]?.to ?? first);
    });
  }
  return matched;
}

function markAll(term: string, comparable: string, mark: (at: number) => void): void {
  if (term === '') return;
  for (let at = comparable.indexOf(term); at >= 0; at = comparable.indexOf(term, at + 1)) mark(at);
}
