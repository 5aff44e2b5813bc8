/** Milliseconds that several runs of one thing took. */
export type Times = number[];

/** The value below which a share of the times lie; NaN of none. */
export function percentile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds, half and 95 in 100 of the runs at most, as a cell of a table. */
export function cell(times: Times): string {
  return times.length === 0 ? '' : `${ms(percentile(times, 0.5))} / ${ms(percentile(times, 0.95))}`;
}

/** How many times as long as another, by their medians. */
export function ratio(times: Times, floor: Times): string {
  return `${(percentile(times, 0.5) / percentile(floor, 0.5)).toFixed(1)} x`;
}

export function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A table of Markdown; the first column is text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}
