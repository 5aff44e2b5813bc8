const day = 86_400;
const hour = 3_600;
const minute = 60;

/**
 * A duration for reading, at most two units, cut and never rounded up: `9 s`, `2 m 10 s`, `47 m`,
 * `3 h 02 m`, `1 d 4 h`. `seconds` is not negative.
 */
export function durationWords(seconds: number): string {
  if (seconds > 0 && seconds < 1) return '<1 s';
  const whole = Math.floor(seconds);
  if (whole < minute) return `${whole} s`;
  const minutes = Math.floor(whole / minute);
  if (whole < 10 * minute) return pair(minutes, 'm', whole % minute, 's');
  if (whole < hour) return `${minutes} m`;
  const hours = Math.floor(whole / hour);
  if (whole < day) return `${hours} h ${String(minutes % 60).padStart(2, '0')} m`;
  return pair(Math.floor(whole / day), 'd', hours % 24, 'h');
}

/**
 * The parts of a duration, exact: `['1', 'h'], ['30', 'm']`. Under two minutes it stays in seconds, as
 * people say it. Seconds have at most six decimals.
 */
export function durationParts(seconds: number): [amount: string, unit: string][] {
  if (seconds < 2 * minute) return [[String(seconds), 's']];
  const decimals = String(seconds).split('.')[1];
  const whole = Math.floor(seconds);
  const last = whole % minute;
  const parts: [string, string][] = [
    [String(Math.floor(whole / day)), 'd'],
    [String(Math.floor((whole % day) / hour)), 'h'],
    [String(Math.floor((whole % hour) / minute)), 'm'],
    [decimals ? `${last}.${decimals}` : String(last), 's'],
  ];
  return parts.filter(([amount]) => amount !== '0');
}

/** A duration with nothing cut off: `60 s`, `7 h 41 m 59.876 s`. */
export function exactDurationWords(seconds: number): string {
  return durationParts(seconds)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

/** Seconds from one instant to another, both UTC ISO 8601, exact to 100 ns; negative when `to` comes first. */
export function secondsBetween(from: string, to: string): number {
  const whole = Date.parse(`${to.slice(0, 19)}Z`) - Date.parse(`${from.slice(0, 19)}Z`);
  return (whole * 10_000 + fraction(to) - fraction(from)) / 10_000_000;
}

/** The part of a second, in 100 ns. */
function fraction(instant: string): number {
  return Number(instant.slice(20, -1).padEnd(7, '0'));
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
