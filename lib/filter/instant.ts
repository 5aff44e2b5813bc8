const shape =
  /^([1-9]\d{3}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,7}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/;

/**
 * Reads an ISO 8601 date (midnight UTC) or date and time with `Z` or an offset, to 100 ns.
 * Gives the one UTC text of that instant (no trailing zeros in the fraction), or null when it is none.
 */
export function readInstant(text: string): string | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [, date = '', hours = '00', minutes = '00', seconds = '00', fraction = '', sign, ...offset] = match;
  const local = new Date(`${date}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 10) !== date) return null;
  const [offsetHours = '0', offsetMinutes = '0'] = offset;
  const ahead = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const utc = new Date(local.getTime() - ahead * 60_000).toISOString();
  if (!/^[1-9]\d{3}-/.test(utc)) return null;
  const digits = fraction.replace(/0+$/, '');
  return `${utc.slice(0, 19)}${digits && `.${digits}`}Z`;
}

/** The shortest text that `readInstant` reads back: midnight is a plain date. */
export function writeInstant(instant: string): string {
  return instant.replace(/T00:00:00Z$/, '');
}

/** Negative, zero or positive as `a` is before, at or after `b`; both as `readInstant` gives them. */
export function compareInstants(a: string, b: string): number {
  const left = sortable(a);
  const right = sortable(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortable(instant: string): string {
  return instant.slice(0, 19) + instant.slice(20, -1).padEnd(7, '0');
}

/** The instant `hours` before `instant`, to the millisecond. `instant` is UTC ISO 8601. */
export function hoursBefore(instant: string, hours: number): string {
  const milliseconds = new Date(instant).getTime() - hours * 3_600_000;
  return new Date(milliseconds).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** The next instant that can be written, 100 ns later; the last one of all has none, and stays. */
export function justAfter(instant: string): string {
  return instantAt(ticksOf(instant) + 1n) ?? instant;
}

const ticksPerMs = 10_000n;

/** An instant, as `readInstant` gives it, in the steps of 100 ns in which instants are written. */
export function ticksOf(instant: string): bigint {
  const fraction = (/\.(\d+)/.exec(instant)?.[1] ?? '').padEnd(7, '0');
  const seconds = BigInt(Date.parse(`${instant.slice(0, 19)}Z`));
  return seconds * ticksPerMs + BigInt(fraction);
}

/** The instant of so many steps; null outside the years that `readInstant` knows. */
export function instantAt(ticks: bigint): string | null {
  const second = ticksPerMs * 1000n;
  const fraction = ((ticks % second) + second) % second;
  const date = new Date(Number((ticks - fraction) / ticksPerMs));
  if (Number.isNaN(date.getTime())) return null;
  return readInstant(`${date.toISOString().slice(0, -5)}.${String(fraction).padStart(7, '0')}Z`);
}
