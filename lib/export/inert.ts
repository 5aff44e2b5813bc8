/** What a spreadsheet may take for the start of a formula, full-width forms included. */
const trigger = '[=+\\-@＝＋－＠]';
/** What a spreadsheet may skip before it: white space, quotes, NUL and characters that do not show. */
const skipped = '[\\s"\'\\p{C}]*';
const atStart = new RegExp(`^(?:[\\t\\r\\n]|${skipped}${trigger})`, 'u');
/** A program that splits at another separator than ours starts a cell after each of these. */
const afterSeparator = new RegExp(`([;\\t\\r\\n])(?=${skipped}${trigger})`, 'gu');

/**
 * A text as no spreadsheet runs it: `'` stands before what could start a formula, wherever a cell could start. By
 * OWASP's rules for CSV injection, https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function inert(text: string): string {
  const inside = text.replace(afterSeparator, "$1'");
  return atStart.test(text) ? `'${inside}` : inside;
}
