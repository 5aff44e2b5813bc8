import type { Mark } from '../summary';
import { tookBounds } from '../summary';
import { isWorthALook } from './bars';
import type { Columns } from './columns';
import { noHumanOf } from './pace';
import type { Answers } from './questions';
import { columnsIn } from './timeColumns';

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

/** The same in cells: columns of time, of whole hours, by bars, and a lane for what no human decided. */
export function cellsOf(columns: Columns, rows: Uint32Array, width: number): Answers['cells'][] {
  const { row } = columns;
  const noHuman = noHumanOf(columns);
  const [bars, hours, outcomes, worth] = [
    row.bar.values,
    row.decidedHour.values,
    row.words.outcome.values,
    row.worth.values,
  ];
  const room = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    room[count] = at;
    count += Number((bars[at] ?? 0) > 0) | (noHuman[outcomes[at] ?? 0] ?? 0);
  }
  const placed = room.subarray(0, count);
  const span = columnsIn(hours, placed, width);
  /** Bars count from one; the lane of no human is the one that a row without a bar has. */
  const lanes = tookBounds.length + 2;
  const requests = new Uint32Array(span.count * lanes);
  const look = new Uint32Array(span.count * lanes);
  for (let place = 0; place < placed.length; place++) {
    const at = placed[place] ?? 0;
    const lane = bars[at] ?? 0;
    const cell = span.of(hours[at] ?? 0) * lanes + lane;
    requests[cell] = (requests[cell] ?? 0) + 1;
    if (isWorthALook(worth[at] ?? 0)) look[cell] = (look[cell] ?? 0) + 1;
  }
  const found: Answers['cells'][] = [];
  for (let cell = 0; cell < requests.length; cell++) {
    const here = requests[cell] ?? 0;
    if (here === 0) continue;
    const lane = cell % lanes;
    found.push({
      column: span.first + Math.floor(cell / lanes),
      bar: lane === 0 ? null : lane - 1,
      requests: here,
      look: look[cell] ?? 0,
    });
  }
  return found;
}
