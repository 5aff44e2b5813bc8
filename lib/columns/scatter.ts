import type { Mark } from '../summary';
import { tookBounds } from '../summary';
import { barOf, isWorthALook } from './bars';
import type { Columns } from './columns';
import { noHumanOf } from './pace';
import type { Answers } from './questions';
import { columnAt } from './times';

/** One mark for each request that people approved or no human decided. */
export function marksOf(columns: Columns, rows: Uint32Array): Mark[] {
  const { row, texts } = columns;
  const noHuman = noHumanOf(columns);
  const found: Mark[] = [];
  for (const at of rows) {
    const seconds = row.took.values[at] ?? 0;
    const outcome = row.words.outcome.values[at] ?? 0;
    if (!(seconds > 0) && noHuman[outcome] !== 1) continue;
    found.push({
      requestId: row.ids.text(at),
      tenant: texts.words.tenant.texts[row.words.tenant.values[at] ?? 0] ?? '',
      at: row.decided.text(at, row.decidedDigits.values[at] ?? 0),
      seconds: seconds > 0 ? seconds : null,
      outcome: (texts.words.outcome.texts[outcome] ?? 'unknown') as Mark['outcome'],
      look: isWorthALook(row.worth.values[at] ?? 0),
    });
  }
  return found;
}

/** The same in cells: columns of time by bars, and a lane for what no human decided. */
export function cellsOf(columns: Columns, rows: Uint32Array, width: number): Answers['cells'][] {
  const { row } = columns;
  const noHuman = noHumanOf(columns);
  const [took, outcomes, worth] = [row.took.values, row.words.outcome.values, row.worth.values];
  const lanes = tookBounds.length + 2;
  const cells = new Map<number, { requests: number; look: number }>();
  for (const at of rows) {
    const seconds = took[at] ?? 0;
    const approved = seconds > 0;
    if (!approved && noHuman[outcomes[at] ?? 0] !== 1) continue;
    const key = columnAt(row.decided, at, width) * lanes + (approved ? barOf(seconds) : lanes - 1);
    const cell = cells.get(key) ?? { requests: 0, look: 0 };
    cells.set(key, cell);
    cell.requests += 1;
    if (isWorthALook(worth[at] ?? 0)) cell.look += 1;
  }
  return [...cells].map(([key, cell]) => {
    const column = Math.floor(key / lanes);
    const lane = key - column * lanes;
    return { column, bar: lane === lanes - 1 ? null : lane, ...cell };
  });
}
