/** KQL's `tostring` of a column: nothing is the empty text, a dynamic value its JSON. */
export function tostring(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** KQL's `tostring` of a datetime, always with seven digits; such texts sort as instants. */
export function datetimeText(value: unknown): string {
  const [, seconds, digits = ''] = /^(.{19})(?:\.(\d{1,7})\d*)?Z$/.exec(tostring(value)) ?? [];
  return seconds === undefined ? '' : `${seconds}.${digits.padEnd(7, '0')}Z`;
}

/** A datetime as the service writes it in an answer, without trailing zeros. */
export function datetimeCell(text: string): string | null {
  return text === '' ? null : text.replace(/\.?0+Z$/, 'Z');
}

/** A property of a dynamic value; null for any other. */
export function property(value: unknown, ...path: string[]): unknown {
  let found: unknown = value;
  for (const name of path)
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  return found ?? null;
}

/** The elements of a dynamic array; of anything else, none. */
export function elements(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
