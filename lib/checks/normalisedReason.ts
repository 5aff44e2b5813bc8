const fullWidth = charactersFrom(0xff01, 0xff5e);
const ascii = charactersFrom(0x21, 0x7e).replaceAll("'", "''");
/** Soft hyphen, zero-width and direction marks, word joiner, byte order mark. */
const unseen = String.fromCodePoint(0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff);

/** SQL for a reason in lower case, its full-width forms as ASCII (DuckDB has no NFKC) and without what cannot be seen. */
export function readableReason(reason: string): string {
  const plain = `CASE WHEN regexp_matches(${reason}, '[\\x{FF01}-\\x{FF5E}\\p{Cf}]')
    THEN translate(${reason}, '${fullWidth}${unseen}', '${ascii}') ELSE ${reason} END`;
  return `lower(nfc_normalize(${plain}))`;
}

/** SQL for a reason as it is compared with others: readable, numbers as `#` and single spaces. */
function normalisedReason(reason: string): string {
  return `trim(regexp_replace(regexp_replace(${readableReason(reason)}, '[\\s\\p{Z}]+', ' ', 'g'), '\\p{Nd}+', '#', 'g'))`;
}

/** SQL for half of the digest of a normalised reason: it takes a tenth of the place and tells texts apart as well. */
export function wordsOf(reason: string): string {
  return `md5_number_lower(nullif(${normalisedReason(reason)}, ''))`;
}

/** SQL for whether a request is of a kind whose requestor is asked for a reason. */
export const hasReason = `kind IN ('request', 'on-behalf', 'service-principal', 'extension', 'update')`;

function charactersFrom(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)).join('');
}
