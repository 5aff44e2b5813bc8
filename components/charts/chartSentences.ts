import type { Scatter, TookDistribution, Week } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';
import { rangeOfBars, rangeWords } from './tookBars';

/** `1 request`, `2,999 requests`. */
export function requestsWords(count: number): string {
  return `${countWords(count)} ${count === 1 ? 'request' : 'requests'}`;
}

/** What hardly any approval was faster than, as the legend says it; null when there are too few to draw the line. */
export function fastLineWords({
  fastSeconds,
  fastOf,
}: Pick<Scatter, 'fastSeconds' | 'fastOf'>): string | null {
  if (fastSeconds === null || fastOf === null) return null;
  const percentile = fastOf.percentile === 1 ? '1st' : '5th';
  return `${percentile} percentile of ${countWords(fastOf.requests)}: ${durationWords(fastSeconds)}`;
}

/** How many requests of the scatter are worth a look. */
export function lookCount({ marks, cells }: Pick<Scatter, 'marks' | 'cells'>): number {
  if (cells) return cells.reduce((sum, cell) => sum + cell.look, 0);
  return (marks ?? []).filter((mark) => mark.look).length;
}

/** The scatter in words. `tell` writes an instant (UTC ISO 8601). */
export function scatterSentence(scatter: Scatter, tell: (instant: string) => string): string {
  const { from, to, byPeople, byNoHuman } = scatter;
  if (from === null || to === null) return 'No request that matches was decided.';
  const look = ` ${countWords(lookCount(scatter))} of them worth a look, by a strong or medium check.`;
  return `${requestsWords(byPeople)} approved by people and ${countWords(byNoHuman)} that no human decided, from ${tell(from)} to ${tell(to)}.${look}`;
}

/** How many requests of the distribution are worth a look. */
export function barsLookCount(bars: TookDistribution['bars']): number {
  return bars.reduce((sum, bar) => sum + bar.look, 0);
}

/** The distribution in words. */
export function tookSentence({ bars, requests, medianSeconds, baseline }: TookDistribution): string {
  const fullest = bars.reduce(
    (best, bar, place) => (bar.requests > (bars[best]?.requests ?? 0) ? place : best),
    0,
  );
  const most = bars[fullest];
  return [
    `Requests approved by people, ${medianWords(medianSeconds, requests)}; ${countWords(barsLookCount(bars))} worth a look.`,
    ...(most === undefined
      ? []
      : [`Most took ${rangeWords(rangeOfBars(fullest, fullest))}: ${countWords(most.requests)}.`]),
    ...(baseline === null
      ? []
      : [`Baseline: ${medianWords(baseline.medianSeconds, baseline.requests)} earlier approvals.`]),
  ].join(' ');
}

/** The weekly trend in words. `tell` writes an instant (UTC ISO 8601). */
export function weeksSentence(weeks: readonly Week[], tell: (instant: string) => string): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return 'No week holds a request that matches.';
  const requests = weeks.reduce((sum, week) => sum + week.requests, 0);
  const medians = weeks.flatMap(({ medianSeconds }) => (medianSeconds === null ? [] : [medianSeconds]));
  const spread =
    medians.length === 0
      ? 'No week has the 8 approvals that a median needs.'
      : `Weekly medians lie between ${durationWords(Math.min(...medians))} and ${durationWords(Math.max(...medians))}.`;
  return `${requestsWords(requests)} in ${countWords(weeks.length)} weeks from ${tell(first.from)} to ${tell(last.to)}. ${spread}`;
}

/** `median 1 h 22 m`, or that there are too few for one. */
export function medianWords(seconds: number | null, of: number): string {
  if (seconds !== null) return `median ${durationWords(seconds)} of ${countWords(of)}`;
  return of === 0 ? 'no median' : `too few for a median (${countWords(of)}, of at least 8)`;
}
