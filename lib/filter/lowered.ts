/**
 * A text in the form in which contains-matches compare: NFC, then every character lower-cased on its own.
 * This is what DuckDB's `lower(nfc_normalize(x))` gives; `toLowerCase` on the whole text is not, since it
 * turns a word-final Σ into ς and İ into two characters. Letters younger than DuckDB's Unicode tables (a few
 * of Unicode 16) are the exception.
 */
export function lowered(text: string): string {
  return Array.from(text.normalize('NFC'), (character) =>
    character === 'İ' ? 'i' : character.toLowerCase(),
  ).join('');
}
