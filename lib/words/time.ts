import { wallClock } from './wallClock';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** IANA name of the time zone this runs in; in the browser, the reader's. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * A time as tables show it: `17 Oct 03:12`, with the year when it is not the year of `now`.
 * Both instants are ISO 8601 with `Z`; `timeZone` is an IANA name.
 */
export function timeWords(instant: string, timeZone: string, now: string): string {
  const time = clock(instant, timeZone);
  const sameYear = time.year === clock(now, timeZone).year;
  return `${time.day} ${time.month} ${sameYear ? '' : `${time.year} `}${time.hour}:${time.minute}`;
}

/** A time that reads the same in any year: `17 Oct 2026 03:12`, with seconds and fraction when it has some. */
export function timeWithYearWords(instant: string, timeZone: string): string {
  const { hour, minute, second } = clock(instant, timeZone);
  const fraction = fractionOf(instant);
  const seconds = second === '00' && fraction === '' ? '' : `:${second}${fraction}`;
  return `${dayWords(instant, timeZone)} ${hour}:${minute}${seconds}`;
}

/** The day that holds a time: `17 Oct 2026`. */
export function dayWords(instant: string, timeZone: string): string {
  const { day, month, year } = clock(instant, timeZone);
  return `${day} ${month} ${year}`;
}

/** A time in a timeline: `17 Oct 2026 03:12:00`, whole seconds always, so that neighbours line up. */
export function timeToTheSecondWords(instant: string, timeZone: string): string {
  return toTheSecond(instant.replace(/\.\d+/, ''), timeZone);
}

/** The full text behind a time: in UTC, in the reader's zone, and how long before or after `now`. */
export function timeInFull(instant: string, localZone: string, now: string): string[] {
  const local = localZone === 'UTC' ? [] : [`${toTheSecond(instant, localZone)} ${localZone}`];
  return [`${toTheSecond(instant, 'UTC')} UTC`, ...local, agoWords(instant, now)];
}

/** How long `instant` is before `now` in its largest whole unit: `37 days ago`, `in 2 hours`, `just now`. */
export function agoWords(instant: string, now: string): string {
  const seconds = Math.trunc((new Date(now).getTime() - new Date(instant).getTime()) / 1000);
  const distance = Math.abs(seconds);
  const [unit, size] =
    distance >= 86_400 ? ['day', 86_400] : distance >= 3_600 ? ['hour', 3_600] : (['minute', 60] as const);
  const amount = Math.floor(distance / size);
  if (amount === 0) return 'just now';
  const words = `${amount.toLocaleString('en-US')} ${unit}${amount === 1 ? '' : 's'}`;
  return seconds > 0 ? `${words} ago` : `in ${words}`;
}

function toTheSecond(instant: string, timeZone: string): string {
  const { hour, minute, second } = clock(instant, timeZone);
  return `${dayWords(instant, timeZone)} ${hour}:${minute}:${second}${fractionOf(instant)}`;
}

/** The text's own fraction of a second without trailing zeros, since dates here keep only milliseconds. */
function fractionOf(instant: string): string {
  return (/\.\d+/.exec(instant)?.[0] ?? '').replace(/\.?0+$/, '');
}

/** What the clocks and the calendar of a zone show, in our words. */
function clock(instant: string, timeZone: string) {
  const { year, month, day, hour, minute, second } = wallClock(Date.parse(instant), timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return { year, month: months[month - 1], day, hour: two(hour), minute: two(minute), second: two(second) };
}
