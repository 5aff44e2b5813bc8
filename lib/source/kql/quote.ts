/** A value that goes into a KQL text: an instant (null leaves a bound open), a text, or a list of texts. */
export type Value = { instant: string | null } | string | readonly string[];

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/;

/**
 * The value as a KQL literal; the only way by which a value enters a KQL text. Texts are escaped down to printable
 * ASCII. Throws a RangeError for an instant that is not UTC ISO 8601 to 100 ns.
 */
export function quote(value: Value): string {
  if (typeof value === 'string') return quotedText(value);
  if (!('instant' in value)) return `dynamic([${value.map(quotedText).join(',')}])`;
  if (value.instant === null) return 'datetime(null)';
  if (!instant.test(value.instant) || Number.isNaN(Date.parse(value.instant)))
    throw new RangeError(`${JSON.stringify(value.instant)} is no UTC instant.`);
  return `datetime(${value.instant})`;
}

/** `let` statements that give a KQL text its parameters. The names are the product's own. */
export function parameters(values: Record<string, Value>): string {
  return Object.entries(values)
    .map(([name, value]) => `let ${name} = ${quote(value)};\n`)
    .join('');
}

function quotedText(text: string): string {
  const escaped = text.replace(
    /[^ !#-[\]-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
