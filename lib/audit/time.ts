/** The form in which nearly all times come, and whose digits are valid by themselves. */
const plain =
  /^((?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(?:Z|\+00:00)$/;
const iso =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(?:[Zz]|UTC|GMT|([+-])(\d\d):?(\d\d))?$/;
const monthFirst =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?\s(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:\s([AaPp])\.?[Mm]\.?)?$/;

/**
 * An instant in the text forms that audit exports use, as UTC ISO 8601 with all its digits to 100 ns:
 * `2026-08-03T08:00:00.1234567Z`. Trailing zeros of the fraction are cut, one digit stays if there was any;
 * digits past the seventh are cut, not rounded. No offset means UTC. Slashed dates are month first, as the
 * Log Analytics portal writes them. Anything else, and years outside 1900 to 2200, is null.
 */
export function canonicalTime(text: string): string | null {
  const trimmed = text.trim();
  const found = plain.exec(trimmed);
  if (found) return `${found[1]}${fractionOf(found[2])}Z`;
  return fromIso(trimmed) ?? fromMonthFirst(trimmed);
}

function fromIso(text: string): string | null {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHours = '0', offsetMinutes = '0'] =
    found;
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return null;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return instant([year, month, day, hour, minute, second], fraction, sign === '-' ? -offset : offset);
}

function fromMonthFirst(text: string): string | null {
  const found = monthFirst.exec(text);
  if (!found) return null;
  const [, month, day, year, hour, minute, second, fraction, half] = found;
  if (half === undefined) return instant([year, month, day, hour, minute, second], fraction, 0);
  const clock = Number(hour);
  if (clock < 1 || clock > 12) return null;
  const hourOfDay = (clock % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return instant([year, month, day, String(hourOfDay), minute, second], fraction, 0);
}

/** `parts` from the year to the second; a missing second is 0. */
function instant(parts: (string | undefined)[], fraction: string | undefined, offset: number): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  // `Date.UTC` would take a year below 100 for one of the twentieth century.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const shifted = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second));
  if (shifted.getUTCFullYear() < 1900 || shifted.getUTCFullYear() > 2200) return null;
  return `${shifted.toISOString().slice(0, 19)}${fractionOf(fraction)}Z`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function fractionOf(digits: string | undefined): string {
  if (digits === undefined) return '';
  let end = Math.min(digits.length, 7);
  while (end > 1 && digits[end - 1] === '0') end--;
  return `.${digits.slice(0, end)}`;
}
