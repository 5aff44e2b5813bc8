import { expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { summary } from '@/lib/store/summary';
import type { Cell } from '@/lib/summary';
import { allRequests } from './folding';
import { isWorthALook } from './plainSummary';
import { sampled } from './sampled';

const made = sampled(900);

const sum = (cells: readonly Cell[], of: (cell: Cell) => number) =>
  cells.reduce((total, cell) => total + of(cell), 0);

test('above 5,000 marks the scatter is told in cells that hold every mark', async () => {
  const { store } = made();
  expect((await summary(store, [])).scatter.cells).toBeNull();
  await store.write((writer) =>
    writer.run(
      `INSERT INTO requests BY NAME SELECT requests.* REPLACE (tenant || copies.n::VARCHAR AS tenant) FROM requests, (SELECT unnest(range(9)) AS n) copies`,
    ),
  );
  const all = await allRequests(store);
  for (const clauses of [[], [text('e')]]) {
    const { scatter, took } = await summary(store, clauses);
    const { cells, marks, byPeople, byNoHuman, from, to } = scatter;
    expect(marks).toBeNull();
    if (cells === null || from === null || to === null) throw new Error('there are cells');
    expect(
      sum(
        cells.filter(({ bar }) => bar !== null),
        ({ requests }) => requests,
      ),
    ).toBe(byPeople);
    expect(
      sum(
        cells.filter(({ bar }) => bar === null),
        ({ requests }) => requests,
      ),
    ).toBe(byNoHuman);
    took.bars.forEach(({ requests }, bar) => {
      expect(
        sum(
          cells.filter((cell) => cell.bar === bar),
          (cell) => cell.requests,
        ),
      ).toBe(requests);
    });
    if (clauses.length === 0)
      expect(sum(cells, ({ look }) => look)).toBe(
        all.filter((r) => (r.timeToApproveSeconds !== null || noHuman.includes(r.outcome)) && isWorthALook(r))
          .length,
      );
    const columns = [...new Set(cells.map((cell) => cell.from))];
    expect(columns.length).toBeLessThanOrEqual(60);
    expect(columns).toEqual([...columns].sort());
    expect(columns[0] !== undefined && Date.parse(columns[0]) <= Date.parse(from)).toBe(true);
    const widths = new Set(cells.map((cell) => Date.parse(cell.to) - Date.parse(cell.from)));
    expect(widths.size).toBe(1);
  }
});

const noHuman = ['auto-approved', 'assigned', 'policy-assigned'];
const text = (term: string): Clause => ({ kind: 'text', field: 'q', not: false, terms: [term] });
