import type { Span } from '../store/syncState';

/** The same instants in as few spans as can be, oldest first. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (to <= from) continue;
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** What is left of `spans` without the instants of `others`, oldest first. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return merged(others).reduce<Span[]>(
    (left, other) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ].filter((part) => part.from < part.to),
      ),
    merged(spans),
  );
}

/** The instants that both have, oldest first. */
export function within(spans: readonly Span[], bounds: Span): Span[] {
  return merged(
    spans.map(({ from, to }) => ({ from: Math.max(from, bounds.from), to: Math.min(to, bounds.to) })),
  );
}

/** Milliseconds in all of the spans, none counted twice. */
export function lengthOf(spans: readonly Span[]): number {
  return merged(spans).reduce((sum, { from, to }) => sum + to - from, 0);
}
