/** True for a JSON object, as opposed to an array, a scalar or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may have come as JSON text, at times encoded twice; text that is no JSON stays as it is. */
export function parsedJson(value: unknown): unknown {
  return parsedOnce(parsedOnce(value));
}

/** Undoes one level of encoding; blank text is null. */
export function parsedOnce(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
