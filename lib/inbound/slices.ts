import type { Span } from '../store/syncState';

export const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

/** A slice this short is not split again. */
const shortest = second;
const longest = 30 * day;
/** Length of the first slice: the last day, and the one ahead that record times may reach into. */
export const firstLength = 2 * day;

/** Below both, the next slice is twice as long. */
const small = { bytes: 16_000_000, tookMs: 10 * second };
/** Above either, it is half as long: the service stops at about 100 MB and, by default, at three minutes. */
const large = { bytes: 64_000_000, tookMs: 60 * second };

/** The next slice's length after one of `length` milliseconds was answered whole. */
export function lengthAfter(length: number, answer: { bytes: number; tookMs: number }): number {
  if (answer.bytes > large.bytes || answer.tookMs > large.tookMs) return Math.max(shortest, half(length));
  if (answer.bytes < small.bytes && answer.tookMs < small.tookMs) return Math.min(longest, length * 2);
  return length;
}

/** The length to try instead of a slice that was too much; null when it is too short to be split. */
export function lengthOfPart({ from, to }: Span): number | null {
  return to - from > shortest ? Math.max(shortest, half(to - from)) : null;
}

export function newestSlice({ from, to }: Span, length: number): Span {
  return { from: Math.max(from, to - length), to };
}

export function oldestSlice({ from, to }: Span, length: number): Span {
  return { from, to: Math.min(to, from + length) };
}

const half = (length: number) => Math.ceil(length / 2);
