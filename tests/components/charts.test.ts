import { describe, expect, test } from 'vitest';
import { blockOf, moved } from '@/components/charts/keys';
import { nearestMark, placedMarks } from '@/components/charts/nearestMark';
import { areaBetween, columnsIn, evenEdges } from '@/components/charts/plane';
import { areaOfRange, rangeOfArea, rangeOfBlock } from '@/components/charts/scatterBrush';
import { countIn, gridOf, spanOf, startOf } from '@/components/charts/scatterGrid';
import { instantWords, type Offset, roundInstants, timesBetween, utc } from '@/components/charts/timeAxis';
import { heightOf, heightsOf, rowEdges, tookBetween, tookPlace } from '@/components/charts/tookAxis';
import {
  barCount,
  barOf,
  barPlace,
  barsCovered,
  rangeOfBars,
  rangeWords,
} from '@/components/charts/tookBars';
import { weeksCovered, weekWords } from '@/components/charts/weekSpan';
import { type Scatter, tookBounds, type Week } from '@/lib/summary';

const kolkata: Offset = () => 5.5 * 3_600_000;
const at = (text: string) => Date.parse(text);

describe('the axis of time to approve', () => {
  const check = (low: number, high: number, min: number | null, max: number | null) =>
    expect(tookBetween(heightOf(low), heightOf(high))).toEqual({ min, max });

  test('what is dragged is rounded outward to whole units that people say', () => {
    check(Math.log10(7.4), Math.log10(47.2), 7, 48);
    check(Math.log10(61), Math.log10(305), 60, 310);
    check(Math.log10(4000), Math.log10(90_000), 3600, 90_000);
  });
  test('the ends of the axis leave the range open', () => {
    check(-0.9, 6.3, null, null);
    check(-0.2, 1, null, 10);
    check(tookPlace(86_400), 6.3, 86_400, null);
  });
  test('the lane alone has no time to approve', () => check(-0.8, -0.3, null, null));
  test('every bound of the distribution is kept exactly', () => {
    for (const [place, bound] of tookBounds.slice(1, -2).entries()) {
      check(tookPlace(bound), tookPlace(tookBounds[place + 2] ?? 0), bound, tookBounds[place + 2] ?? 0);
    }
  });
  test('a range is drawn where it was dragged', () => {
    const [low, high] = heightsOf({ min: 10, max: 60 });
    expect(tookBetween(low, high)).toEqual({ min: 10, max: 60 });
  });
  test('rows rise from the lane through every bar', () => {
    expect(rowEdges).toHaveLength(barCount + 2);
    expect([...rowEdges].sort((a, b) => a - b)).toEqual(rowEdges);
  });
});

describe('the bars', () => {
  test('a time is in the bar that starts with it', () => {
    expect([0.5, 1, 2.9, 3, 1_209_599, 1_209_600].map(barOf)).toEqual([0, 1, 1, 2, 14, 15]);
  });
  test('bars chosen together run from the first lower to the last upper bound', () => {
    expect(rangeOfBars(2, 4)).toEqual({ min: 3, max: 60 });
    expect(rangeOfBars(0, 0)).toEqual({ min: null, max: 1 });
    expect(rangeOfBars(barCount - 1, barCount - 1)).toEqual({ min: 1_209_600, max: null });
    expect(rangeOfBars(0, barCount - 1)).toEqual({ min: null, max: null });
  });
  test('a range is said as it is cut', () => {
    expect(rangeWords({ min: 10, max: 30 })).toBe('10 s to under 30 s');
    expect(rangeWords({ min: null, max: 1 })).toBe('under 1 s');
    expect(rangeWords({ min: 1_209_600, max: null })).toBe('14 d and longer');
    expect(rangeWords({ min: null, max: null })).toBe('any time');
  });
  test('bounds stand at the edges of bars, and times between them on the logarithm', () => {
    expect(tookBounds.map(barPlace)).toEqual(tookBounds.map((_, place) => place + 1));
    expect(barPlace(0)).toBe(0);
    expect(barPlace(Math.sqrt(300))).toBeCloseTo(3.5);
    expect(barPlace(1e12)).toBeLessThanOrEqual(barCount);
  });
  test('a brush covers its bars, open ends run to the edge', () => {
    expect(barsCovered({ min: 3, max: 60 })).toEqual([2 / barCount, 5 / barCount]);
    expect(barsCovered({ min: null, max: 1 })).toEqual([0, 1 / barCount]);
    expect(barsCovered({ min: null, max: null })).toBeNull();
  });
});

describe('the axis of decision times', () => {
  function check(from: string, to: string, offset: Offset, most: number, expected: string[]) {
    const found = roundInstants(at(from), at(to), offset, most);
    expect(found.map((instant) => new Date(instant).toISOString().replace(':00.000Z', 'Z'))).toEqual(
      expected,
    );
  }
  test('the finest round step that fits is used: hours', () =>
    check('2026-10-17T01:10:00Z', '2026-10-17T12:00:00Z', utc, 4, [
      '2026-10-17T03:00Z',
      '2026-10-17T06:00Z',
      '2026-10-17T09:00Z',
      '2026-10-17T12:00Z',
    ]));
  test('weeks start on Monday', () =>
    check('2026-10-01T00:00:00Z', '2026-10-28T00:00:00Z', utc, 5, [
      '2026-10-05T00:00Z',
      '2026-10-12T00:00Z',
      '2026-10-19T00:00Z',
      '2026-10-26T00:00Z',
    ]));
  test('months start on their first day', () =>
    check('2026-07-26T19:00:00Z', '2026-11-23T17:00:00Z', utc, 6, [
      '2026-08-01T00:00Z',
      '2026-09-01T00:00Z',
      '2026-10-01T00:00Z',
      '2026-11-01T00:00Z',
    ]));
  test('days are those of the zone', () =>
    check('2026-10-17T00:00:00Z', '2026-10-19T00:00:00Z', kolkata, 3, [
      '2026-10-17T18:30Z',
      '2026-10-18T18:30Z',
    ]));
  test('midnight is named by its day, other times by the clock, another year by its number', () => {
    const instants = ['2026-10-17T00:00Z', '2026-10-17T12:00Z', '2025-10-17T00:00Z'].map(at);
    expect(instantWords(instants, 'UTC', '2026-11-23T00:00:00Z')).toEqual(['17 Oct', '12:00', '17 Oct 2025']);
  });
  test('a drag is rounded outward to clock times as fine as the span allows', () => {
    const month = { from: at('2026-10-01T00:00Z'), to: at('2026-10-31T00:00Z') };
    expect(timesBetween(month, 0.5, 0.501, utc)).toEqual({
      from: '2026-10-16T00:00:00Z',
      to: '2026-10-16T01:00:00Z',
    });
    expect(timesBetween(month, 0.5, 0.5, kolkata)).toEqual({
      from: '2026-10-15T23:30:00Z',
      to: '2026-10-16T00:30:00Z',
    });
  });
});

describe('areas and cells', () => {
  test('a pointer that hardly moved in a direction means all of that direction', () => {
    const check = (x: number, y: number) => areaBetween({ x: 0.5, y: 0.5 }, { x, y }, 100, 100);
    expect(check(0.52, 0.52)).toBeNull();
    expect(check(0.7, 0.52)).toEqual({ left: 0.5, right: 0.7, bottom: 0, top: 1 });
    expect(check(0.52, 0.2)).toEqual({ left: 0, right: 1, bottom: 0.2, top: 0.5 });
    expect(check(0.3, 0.2)).toEqual({ left: 0.3, right: 0.5, bottom: 0.2, top: 0.5 });
  });
  test('a stretch touches the columns that it overlaps, and a point one', () => {
    const check = (left: number, right: number) => columnsIn(left, right, evenEdges(4));
    expect(check(0.3, 0.6)).toEqual([1, 2]);
    expect(check(0.25, 0.5)).toEqual([1, 1]);
    expect(check(0.3, 0.3)).toEqual([1, 1]);
    expect(check(1, 1)).toEqual([3, 3]);
    expect(check(0, 1)).toEqual([0, 3]);
  });
  test('keys move inside the cells, and Shift extends from where it began', () => {
    const start = { column: 1, row: 0, fromColumn: 1, fromRow: 0 };
    expect(moved(start, 'ArrowLeft', false, 4, 2)).toEqual({ column: 0, row: 0, fromColumn: 0, fromRow: 0 });
    expect(moved(start, 'End', false, 4, 2)).toMatchObject({ column: 3 });
    expect(moved(start, 'ArrowDown', false, 4, 2)).toMatchObject({ row: 0 });
    expect(moved(start, 'ArrowUp', false, 4, 1)).toBeNull();
    expect(moved(start, 'x', false, 4, 2)).toBeNull();
    const extended = moved(start, 'ArrowRight', true, 4, 2);
    expect(extended && blockOf(extended)).toEqual({ firstColumn: 1, lastColumn: 2, firstRow: 0, lastRow: 0 });
  });
});

const mark = (time: string, seconds: number | null, look = false) => ({
  requestId: time,
  tenant: 't',
  at: time,
  seconds,
  outcome: seconds === null ? ('assigned' as const) : ('approved' as const),
  look,
});
const scatter: Scatter = {
  from: '2026-10-01T00:00:00Z',
  to: '2026-10-11T00:00:00Z',
  byPeople: 3,
  byNoHuman: 1,
  fastSeconds: 10,
  fastOf: { percentile: 5, requests: 20 },
  marks: [
    mark('2026-10-01T00:00:00Z', 9, true),
    mark('2026-10-01T00:00:00Z', 5, true),
    mark('2026-10-05T12:00:00Z', 3600),
    mark('2026-10-11T00:00:00Z', null),
  ],
  cells: null,
};

describe('the scatter', () => {
  const span = spanOf(scatter) ?? { from: 0, to: 0 };
  const grid = gridOf(scatter, span, utc);
  const everything = { firstColumn: 0, lastColumn: grid.times.length - 2, firstRow: 0, lastRow: barCount };

  test('every mark is counted in exactly one cell', () => {
    expect(countIn(grid, everything)).toEqual({ requests: 4, look: 2 });
    expect(countIn(grid, { ...everything, lastRow: 0 })).toEqual({ requests: 1, look: 0 });
  });
  test('keys start where most is worth a look', () => {
    expect(startOf(grid)).toMatchObject({ row: barOf(9) + 1 });
  });
  test('a block of cells is filtered to its own edges', () => {
    const { column } = startOf(grid);
    const range = rangeOfBlock({ firstColumn: column, lastColumn: column, firstRow: 3, lastRow: 4 }, grid);
    expect(range.took).toEqual({ min: 3, max: 30 });
    expect(at(range.decided.from ?? '')).toBeLessThanOrEqual(at('2026-10-01T00:00:00Z'));
    expect(rangeOfBlock(everything, grid).took).toEqual({ min: null, max: null });
  });
  test('the cells of the server keep their own edges and counts', () => {
    const cells = [
      { from: '2026-10-01T00:00:00Z', to: '2026-10-06T00:00:00Z', bar: 3, requests: 6000, look: 7 },
      { from: '2026-10-06T00:00:00Z', to: '2026-10-11T00:00:00Z', bar: null, requests: 40, look: 0 },
    ];
    const binned = gridOf({ ...scatter, marks: null, cells }, span, utc);
    expect(binned.times).toEqual(['2026-10-01', '2026-10-06', '2026-10-11'].map(at));
    expect(binned.counts[0]?.[4]).toEqual({ requests: 6000, look: 7 });
    expect(binned.counts[1]?.[0]).toEqual({ requests: 40, look: 0 });
  });
  test('a brush of both ranges is drawn where it was dragged', () => {
    const area = { left: 0.25, right: 0.5, bottom: heightOf(1), top: heightOf(2) };
    const drawn = areaOfRange(rangeOfArea(area, span, utc), span);
    expect(drawn?.left).toBeCloseTo(area.left, 2);
    expect(drawn?.right).toBeCloseTo(area.right, 2);
    expect(drawn?.bottom).toBeCloseTo(area.bottom, 2);
    expect(drawn?.top).toBeCloseTo(area.top, 2);
  });
  test('a brush outside of what is drawn, and no brush, draw nothing', () => {
    const none = { min: null, max: null };
    expect(areaOfRange({ decided: { from: null, to: null }, took: none }, span)).toBeNull();
    expect(areaOfRange({ decided: { from: '2027-01-01T00:00:00Z', to: null }, took: none }, span)).toBeNull();
  });
  test('a pointer means the nearest mark within reach', () => {
    const plot = { width: 500, height: 200 };
    const marks = placedMarks(scatter.marks ?? [], span);
    const x = (at('2026-10-05T12:00:00Z') - span.from) / (span.to - span.from);
    const y = heightOf(tookPlace(3600));
    expect(nearestMark(marks, { x: x + 0.01, y }, plot)?.mark.seconds).toBe(3600);
    expect(nearestMark(marks, { x: x + 0.1, y }, plot)).toBeNull();
  });
});

describe('the weeks', () => {
  const week = (from: string, to: string): Week => ({
    from: `${from}T00:00:00Z`,
    to: `${to}T00:00:00Z`,
    requests: 1,
    byPeople: 0,
    medianSeconds: null,
    p90Seconds: null,
  });
  const weeks = [week('2026-10-05', '2026-10-12'), week('2026-10-12', '2026-10-19')];
  test('a brush covers the part of them that it holds', () => {
    expect(weeksCovered({ from: '2026-10-12T00:00:00Z', to: null }, weeks)).toEqual([0.5, 1]);
    expect(weeksCovered({ from: null, to: '2026-10-08T12:00:00Z' }, weeks)).toEqual([0, 0.25]);
  });
  test('no brush, and one beside them, cover nothing', () => {
    expect(weeksCovered({ from: null, to: null }, weeks)).toBeNull();
    expect(weeksCovered({ from: '2026-10-19T00:00:00Z', to: null }, weeks)).toBeNull();
    expect(weeksCovered({ from: '2026-10-12T00:00:00Z', to: null }, [])).toBeNull();
  });
  test('are named by their Monday', () => expect(weekWords(weeks[1], '2026-11-23T00:00:00Z')).toBe('12 Oct'));
});
