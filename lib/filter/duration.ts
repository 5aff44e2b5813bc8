import { durationParts } from '../words/duration';

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

const shape = /^(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;

/** Seconds of a typed duration such as `60s`, `1.5h` or `1h30m`; null when it is none or has no unit. */
export function readDuration(text: string): number | null {
  const match = shape.exec(text);
  if (!match || text === '') return null;
  let micros = 0n;
  for (const [index, [, seconds]] of units.entries()) {
    const part = match[index + 1];
    if (part === undefined) continue;
    const [whole = '0', decimals = ''] = part.split('.');
    if (decimals.length > 6) return null;
    micros += BigInt(whole + decimals.padEnd(6, '0')) * BigInt(seconds);
  }
  return Number(`${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`);
}

/** A duration as it is typed: `60s`, `5m`, `1h30m`. `readDuration` gives the same seconds back. */
export function writeDuration(seconds: number): string {
  return durationParts(seconds)
    .map(([amount, unit]) => amount + unit)
    .join('');
}
