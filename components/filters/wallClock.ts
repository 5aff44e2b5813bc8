import { readInstant } from '@/lib/filter/instant';

/** An instant (UTC ISO 8601) as a date-and-time field shows it, to the second: in UTC, or in this machine's zone. */
export function toWallClock(instant: string, local: boolean): string {
  if (!local) return instant.slice(0, 19);
  const date = new Date(instant);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}

/** The instant that a date-and-time field shows, as `readInstant` gives it; null when it is none. */
export function fromWallClock(text: string, local: boolean): string | null {
  if (!local) return readInstant(`${text}Z`);
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : readInstant(date.toISOString());
}
