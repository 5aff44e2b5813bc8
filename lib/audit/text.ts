/** Nesting that no audit record needs; deeper values could exhaust the stack of whatever reads them. */
const deepest = 64;

/**
 * Text that every later stage can hold: NUL becomes the visible U+2400 and a lone surrogate U+FFFD, since
 * neither survives UTF-8 storage. All other characters stay as they came.
 */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\u2400') : wellFormed;
}

/** `JSON.stringify` of a parsed JSON value, its texts and keys cleaned as `cleanText` does. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u')) return text;
  // Well-formed pairs are written as themselves, so every escaped surrogate left is a lone one.
  return text.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escaped, code: string) => {
    if (code === 'u0000') return '\u2400';
    return code.length > 1 ? '\ufffd' : escaped;
  });
}

/** True when the value nests deeper than this product stores. Never recurses past that depth itself. */
export function isTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => isTooDeep(inner, levels - 1));
  return Object.keys(value).some((key) => isTooDeep(Reflect.get(value, key), levels - 1));
}
