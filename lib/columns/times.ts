import { Codes, Reals } from './codes';

/** One instant for each row, to the nanosecond. */
export class Times {
  /** Whole seconds since 1970, and the nanoseconds after them. */
  seconds = new Reals();
  nanoseconds = new Codes(4);

  push({ seconds, nanoseconds }: Instant): void {
    this.seconds.push(seconds);
    this.nanoseconds.push(nanoseconds);
  }

  of(rows: Uint32Array): Times {
    const found = new Times();
    found.seconds = this.seconds.of(rows);
    found.nanoseconds = this.nanoseconds.of(rows);
    return found;
  }

  /** Negative, zero or positive as one row's instant is before, at or after another's. */
  compare(one: number, other: number): number {
    const { seconds, nanoseconds } = this;
    return (
      (seconds.values[one] ?? 0) - (seconds.values[other] ?? 0) ||
      (nanoseconds.values[one] ?? 0) - (nanoseconds.values[other] ?? 0)
    );
  }

  /** UTC ISO 8601 with so many digits of the second's fraction. */
  text(row: number, digits: number): string {
    const whole = new Date((this.seconds.values[row] ?? 0) * 1000).toISOString().slice(0, 19);
    const fraction = String(this.nanoseconds.values[row] ?? 0).padStart(9, '0');
    return digits === 0 ? `${whole}Z` : `${whole}.${fraction.slice(0, digits)}Z`;
  }

  /** The same without trailing zeros. */
  shortText(row: number): string {
    const fraction = String(this.nanoseconds.values[row] ?? 0).padStart(9, '0');
    return this.text(row, fraction.replace(/0+$/, '').length);
  }
}

interface Instant {
  seconds: number;
  nanoseconds: number;
  /** Digits of the fraction as it was written. */
  digits: number;
}

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?Z$/;

/** Reads a UTC ISO 8601 instant with at most nine digits of a fraction. Throws when it is none. */
export function instantOf(text: string): Instant {
  const match = shape.exec(text);
  const seconds = Date.parse(`${text.slice(0, 19)}Z`) / 1000;
  if (!match || Number.isNaN(seconds)) throw new Error('not a UTC instant');
  const fraction = match[1] ?? '';
  return { seconds, nanoseconds: Number(fraction.padEnd(9, '0')), digits: fraction.length };
}

/** Monday, 5 January 1970: weeks, days and hours counted from it start where calendars in UTC have them start. */
export const originSeconds = 345_600;

/** The whole hours since then, or the hour before it, that hold an instant. */
export function hourOf({ seconds, nanoseconds }: Instant): number {
  // SQL cuts the fraction of a second off towards 1970.
  const cut = seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds;
  return Math.floor((cut - originSeconds) / 3600);
}
