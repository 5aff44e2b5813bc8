import type { TookDistribution } from '@/lib/summary';

/** What each bar would hold if the requests were spread as the baseline is; none without a baseline. */
export function expectedIn({ bars, requests, baseline }: TookDistribution): number[] {
  if (baseline === null || baseline.requests === 0) return [];
  return bars.map((bar) => ((bar.baseline ?? 0) * requests) / baseline.requests);
}
