import { readQuoted } from './quote';

/** One piece of the search box's text: `-outcome:denied,expired`, `word` or `"a phrase"`. */
export interface Token {
  /** As typed. */
  text: string;
  start: number;
  not: boolean;
  /** What stands before the colon; null for a word or phrase. */
  qualifier: string | null;
  /** The comma-separated values after the colon, or the one word or phrase. */
  parts: string[];
  /** True when a quote is opened and never closed. */
  unclosed: boolean;
}

const qualifierShape = /([a-z][a-z_-]*):/iy;

/** Splits the text of the search box. Every character but white space belongs to one token. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const { token, end } = readToken(text, at);
    found.push(token);
    at = end;
  }
  return found;
}

function readToken(text: string, start: number): { token: Token; end: number } {
  const not = text[start] === '-' && /\S/.test(text.charAt(start + 1));
  const body = not ? start + 1 : start;
  qualifierShape.lastIndex = body;
  const qualifier = qualifierShape.exec(text)?.[1] ?? null;
  const parts: string[] = [];
  let at = qualifier === null ? body : qualifierShape.lastIndex;
  let unclosed = false;
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    unclosed ||= text[at] === '"' && !quoted;
    const part = quoted ?? readBare(text, at, qualifier === null);
    parts.push(part.value);
    at = part.end;
    if (qualifier === null || text[at] !== ',') break;
    at++;
  }
  return { token: { text: text.slice(start, at), start, not, qualifier, parts, unclosed }, end: at };
}

function readBare(text: string, start: number, isWord: boolean): { value: string; end: number } {
  const value = (isWord ? /^\S*/ : /^[^\s,]*/).exec(text.slice(start))?.[0] ?? '';
  return { value, end: start + value.length };
}
