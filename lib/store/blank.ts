/** SQL that is true for a text that is missing or says nothing: white space of any script, or invisible marks. */
export function isBlank(column: string): string {
  return String.raw`regexp_full_match(coalesce(${column}, ''), '[\s\p{Z}\x{200B}-\x{200D}\x{2060}\x{FEFF}]*')`;
}
