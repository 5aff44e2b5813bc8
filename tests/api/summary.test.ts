import { describe, expect, test } from 'vitest';
import { GET } from '@/app/api/summary/route';
import { answer, summary } from './contract';
import { get, serving } from './serving';

serving();

async function summaryOf(query: string) {
  return answer(summary).parse((await get(GET, `summary?${query}`, {})).body).data;
}

describe('the summary over HTTP', () => {
  test.each(['', 'q=access', 'outcome=denied', 'tookMax=60', 'decidedFrom=2026-08-10', 'range=7d'])(
    'has every number in its agreed shape: “%s”',
    async (query) => {
      const { requests, all, took, scatter, weeks } = await summaryOf(query);
      expect(requests).toBeLessThanOrEqual(all);
      expect(took.bars.reduce((sum, bar) => sum + bar.requests, 0)).toBe(took.requests);
      expect(scatter.marks).toHaveLength(scatter.byPeople + scatter.byNoHuman);
      for (const [place, week] of weeks.entries())
        if (place > 0) expect(week.from).toBe(weeks[place - 1]?.to);
    },
  );
  test('a brush leaves its own chart as it was', async () => {
    const [free, brushed] = await Promise.all([summaryOf(''), summaryOf('tookMax=600')]);
    expect(brushed.took).toEqual(free.took);
    expect(brushed.requests).toBeLessThan(free.requests);
  });
});
