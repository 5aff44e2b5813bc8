import type { Read } from './problem';

/** One quoted text; a quote inside it is written twice, so that back slashes (`CONTOSO\alex`) stay as they are. */
const quoted = /"((?:[^"]|"")*)"/y;

/** Reads the quoted text that starts at `start`; null when its quote is never closed. */
export function readQuoted(text: string, start: number): { value: string; end: number } | null {
  quoted.lastIndex = start;
  const inside = quoted.exec(text)?.[1];
  return inside === undefined ? null : { value: inside.replaceAll('""', '"'), end: quoted.lastIndex };
}

export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Splits search words at white space; a quoted phrase is one term. */
export function readTerms(text: string): Read<string[]> {
  const terms: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
    } else if (text[at] === '"') {
      const phrase = readQuoted(text, at);
      if (!phrase) return { wrong: 'a quote is not closed; end the phrase with ".' };
      terms.push(phrase.value);
      at = phrase.end;
    } else {
      const word = /^\S+/.exec(text.slice(at))?.[0] ?? '';
      terms.push(word);
      at += word.length;
    }
  }
  return { value: terms };
}

/** One term so that `readTerms` gives it back. */
export function writeTerm(term: string): string {
  return /^[^\s"]\S*$/.test(term) ? term : quote(term);
}
