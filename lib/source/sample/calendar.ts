import type { Office } from './offices';
import type { Random } from './random';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Relative number of requests by day of the week, Sunday first. */
const weekdays = [0.04, 1.1, 1.15, 1.1, 1, 0.75, 0.05] as const;

/** Start of the UTC day that holds the instant. Every instant here is in milliseconds since 1970. */
export function startOfDay(at: number): number {
  return Math.floor(at / day) * day;
}

/** The office's clock: an instant whose UTC fields read as the local date and time. */
export function local(office: Office, at: number): number {
  return at + (office.offset + (office.summerTime && isSummer(at) ? 60 : 0)) * minute;
}

/** The instant at which the office's clock shows `minutes` past midnight on the date of `date`. */
export function instant(office: Office, date: number, minutes: number): number {
  const guess = startOfDay(date) + (minutes - office.offset) * minute;
  return guess - (local(office, guess) - guess - office.offset * minute);
}

/** True on weekends and on the office's public holidays. */
export function isDayOff(office: Office, at: number): boolean {
  const date = new Date(local(office, at));
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return true;
  return office.holidays.includes(date.toISOString().slice(5, 10));
}

/** The last week of a quarter and the first four days of the next, when finance closes its books. */
export function isQuarterEnd(at: number): boolean {
  const monthAndDay = (time: number) => {
    const date = new Date(time);
    return date.getUTCMonth() % 3 === 0 && date.getUTCDate() <= 4;
  };
  return monthAndDay(at) || monthAndDay(at + 7 * day);
}

/** Relative number of requests on the UTC day that holds the instant. */
export function busyness(at: number, offices: readonly Office[]): number {
  const date = new Date(at);
  const season = date.toISOString().slice(5, 10);
  const noon = startOfDay(at) + 12 * hour;
  const weekday = date.getUTCDay();
  let working = 0;
  for (const office of offices)
    working += office.holidays.includes(season) ? office.share * 0.1 : office.share;
  const yearEnd = season >= '12-22' || season <= '01-03' ? 0.3 : 1;
  const summer = season >= '08-01' && season <= '08-23' ? 0.7 : 1;
  const close = isQuarterEnd(noon) ? 1.15 : 1;
  return (weekdays[weekday] ?? 1) * working * yearEnd * summer * close;
}

/** A moment in somebody's working day: a peak before lunch, another after, and a few late evenings. */
export function workingMinute(random: Random): number {
  if (random.chance(0.03)) return random.between(19 * 60, 23 * 60 + 30);
  const peak = random.chance(0.55) ? random.normal(10.25 * 60, 75) : random.normal(14.75 * 60, 80);
  return Math.min(Math.max(peak, 7.25 * 60), 19.5 * 60);
}

/**
 * The first moment from `at` on at which somebody of the office is at work and willing. On Friday afternoons
 * more than half of what comes in waits until Monday.
 */
export function nextWorkingMoment(office: Office, at: number, random: Random): number {
  let moment = at;
  for (let days = 0; days < 10; days++) {
    const clock = local(office, moment);
    const minutes = (clock - startOfDay(clock)) / minute;
    const fridayAfternoon = new Date(clock).getUTCDay() === 5 && minutes > 13 * 60;
    const gone = minutes > 18 * 60 || isDayOff(office, moment) || (fridayAfternoon && random.chance(0.6));
    if (!gone && minutes >= 8.25 * 60) return moment;
    const morning = 8.25 * 60 + Math.min(random.logNormal(40, 0.9), 360);
    moment = instant(office, clock + (gone ? day : 0), morning);
  }
  return moment;
}

/** Summer time of the European Union: from the last Sunday in March to that in October, 01:00 UTC. */
function isSummer(at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  return lastSunday(year, 2) <= at && at < lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0, 1);
  return last - new Date(last).getUTCDay() * day;
}
