/** Bytes from which a text is looked through before it is parsed: below, no nesting can exhaust the memory. */
const worthLooking = 1024 * 1024;

/** Nesting far beyond any export, and far below what would exhaust the memory. */
const deepest = 10_000;

/** The JSON value of a text, or null when the text is no JSON or is nested as no export is. */
export function parseJson(bytes: Buffer): { value: unknown } | null {
  if (bytes.length > worthLooking && nestsTooDeeply(bytes)) return null;
  const text = bytes.toString('utf8');
  // Trimming also removes the byte order mark that joined files have at the beginning of a line.
  return parseText(text) ?? parseText(text.trim());
}

function parseText(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function nestsTooDeeply(bytes: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x22) inString = !inString;
    else if (inString) {
      if (byte === 0x5c) at++;
    } else if (byte === 0x5b || byte === 0x7b) {
      depth++;
      if (depth > deepest) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}
