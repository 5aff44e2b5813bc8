import type { Random } from './random';

/** The text with one slip of the keyboard: two letters swapped, one lost or one doubled. */
export function typo(random: Random, text: string): string {
  const at = random.between(1, Math.max(1, text.length - 3));
  const first = text.slice(at, at + 1);
  const next = text.slice(at + 1, at + 2);
  if (!/^[a-z]{2}$/.test(first + next)) return text;
  const slip = random.pick([next + first, next, first + first + next]);
  return text.slice(0, at) + slip + text.slice(at + 2);
}
