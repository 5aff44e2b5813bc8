/** A sorted copy, least key first; keys compare part by part. */
export function inOrder<T>(rows: readonly T[], keyOf: (row: T) => readonly (string | number)[]): T[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => {
      const place = one.key.findIndex((part, at) => part !== other.key[at]);
      return (one.key[place] ?? '') < (other.key[place] ?? '') ? -1 : 1;
    })
    .map(({ row }) => row);
}
