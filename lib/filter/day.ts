import { wallClock } from '../words/wallClock';
import { readInstant } from './instant';

const dayMs = 86_400_000;

/**
 * The calendar day of a zone that holds an instant, as UTC ISO 8601 ends, the second exclusive; its length is what the
 * zone's clocks make it. `timeZone` is an IANA name. Null at the ends of the calendar that `readInstant` knows.
 */
export function dayOf(instant: string, timeZone: string): { from: string; to: string } | null {
  const at = Math.floor(Date.parse(instant));
  const date = Math.floor((at + aheadMs(at, timeZone)) / dayMs) * dayMs;
  const from = startOf(date, timeZone);
  const to = startOf(date + dayMs, timeZone);
  return from === null || to === null ? null : { from, to };
}

/** The first instant of a date (its midnight, were the zone UTC), also where clocks go forward at midnight. */
function startOf(date: number, timeZone: string): string | null {
  const start = [date - dayMs, date + dayMs]
    .map((near) => date - aheadMs(near, timeZone))
    .filter((each) => each + aheadMs(each, timeZone) >= date)
    .reduce((first, each) => Math.min(first, each), Number.POSITIVE_INFINITY);
  return Number.isFinite(start) ? readInstant(new Date(start).toISOString()) : null;
}

/** How far the zone's clocks are ahead of UTC. */
function aheadMs(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
