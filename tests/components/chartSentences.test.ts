import { describe, expect, test } from 'vitest';
import {
  barsLookCount,
  fastLineWords,
  lookCount,
  medianWords,
  scatterSentence,
  tookSentence,
  weeksSentence,
} from '@/components/charts/chartSentences';
import { inOrder } from '@/components/charts/comparedOrder';
import { type Compared, tookBounds } from '@/lib/summary';

const day = (instant: string) => instant.slice(0, 10);
const scatter = {
  from: '2026-10-01T00:00:00Z',
  to: '2026-10-31T00:00:00Z',
  byPeople: 171,
  byNoHuman: 43,
  fastSeconds: 40,
  fastOf: { percentile: 1 as const, requests: 412 },
  marks: [],
  cells: [{ from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z', bar: 3, requests: 9, look: 7 }],
};

describe('the scatter', () => {
  test('says what is drawn, over which time, and how many are worth a look', () =>
    expect(scatterSentence(scatter, day)).toBe(
      '171 requests approved by people and 43 that no human decided, from 2026-10-01 to 2026-10-31. 7 of them worth a look, by a strong or medium check.',
    ));
  test('says nothing of a line that too few approvals cannot draw', () => {
    expect(fastLineWords({ fastSeconds: null, fastOf: null })).toBeNull();
    expect(fastLineWords(scatter)).toBe('1st percentile of 412: 40 s');
  });
  test('counts what is worth a look among marks as among cells', () => {
    const mark = { requestId: 'a', tenant: 't', at: scatter.from, seconds: 9, outcome: 'approved' as const };
    expect(
      lookCount({
        marks: [
          { ...mark, look: true },
          { ...mark, look: false },
        ],
        cells: null,
      }),
    ).toBe(1);
    expect(lookCount({ marks: null, cells: scatter.cells })).toBe(7);
  });
  test('says that there is nothing', () =>
    expect(scatterSentence({ ...scatter, from: null, to: null }, day)).toBe(
      'No request that matches was decided.',
    ));
});

describe('the distribution', () => {
  const bars = [null, ...tookBounds].map((fromSeconds, place) => ({
    fromSeconds,
    toSeconds: tookBounds[place] ?? null,
    requests: place === 3 ? 7 : 0,
    look: place === 3 ? 2 : 0,
    baseline: null,
  }));
  test('names its fullest bar, and the lack of a median', () =>
    expect(tookSentence({ bars, requests: 7, medianSeconds: null, baseline: null })).toBe(
      'Requests approved by people, too few for a median (7, of at least 8); 2 worth a look. Most took 10 s to under 30 s: 7.',
    ));
  test('counts what is worth a look in all bars', () => expect(barsLookCount(bars)).toBe(2));
  test('a median comes with the number behind it', () => {
    expect(medianWords(4920, 171)).toBe('median 1 h 22 m of 171');
    expect(medianWords(null, 0)).toBe('no median');
  });
});

describe('the weeks', () => {
  const week = (from: string, medianSeconds: number | null) => ({
    from,
    to: `${from}+7`,
    requests: 10,
    byPeople: 8,
    medianSeconds,
    p90Seconds: null,
  });
  test('are told from their first to their last day with the spread of their medians', () =>
    expect(
      weeksSentence([week('2026-10-05', 60), week('2026-10-12', null), week('2026-10-19', 7200)], day),
    ).toBe(
      '30 requests in 3 weeks from 2026-10-05 to 2026-10-19. Weekly medians lie between 1 m and 2 h 00 m.',
    ));
  test('without a median anywhere say so', () =>
    expect(weeksSentence([week('2026-10-05', null)], day)).toContain('No week has the 8 approvals'));
});

describe('a comparison', () => {
  const row = (id: string, medianSeconds: number | null, requests: number): Compared => ({
    id,
    name: id.toUpperCase(),
    requests,
    byPeople: requests,
    medianSeconds,
    p5Seconds: null,
    noReason: 0,
    noReasonOf: requests,
    noReasonShare: null,
    noHuman: 0,
    noHumanShare: null,
  });
  const rows = [row('b', 60, 9), row('a', null, 3), row('c', 30, 9)];
  const check = (by: Parameters<typeof inOrder>[1], expected: string) =>
    expect(
      inOrder(rows, by)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  test('rows without the figure come last in both directions', () => {
    check({ by: 'medianSeconds', descending: false }, 'c b a');
    check({ by: 'medianSeconds', descending: true }, 'b c a');
  });
  test('equal figures stand in the order of their names', () => {
    check({ by: 'requests', descending: true }, 'b c a');
    check({ by: 'name', descending: true }, 'c b a');
  });
});
