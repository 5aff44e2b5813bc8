import type { Columns } from './columns';
import { secondsAt } from './quantiles';
import type { Answers, Pace } from './questions';

/** 1 for the code of each outcome that no human decided. */
export function noHumanOf({ texts }: Columns): Uint8Array {
  return texts.words.outcome.among(['auto-approved', 'assigned', 'policy-assigned']);
}

export function countsOf({ row }: Columns, rows: Uint32Array): Answers['counts'] {
  let [unrequested, undecided] = [0, 0];
  const lacks = row.lacks.values;
  for (const at of rows) {
    const lack = lacks[at] ?? 0;
    unrequested += lack & 1;
    undecided += lack >>> 1;
  }
  return { total: rows.length, unrequested, undecided };
}

export function paceOf(columns: Columns, rows: Uint32Array): Pace {
  const { row } = columns;
  const noHuman = noHumanOf(columns);
  const [took, outcomes] = [row.took.values, row.words.outcome.values];
  let [byPeople, byNoHuman, first, last] = [0, 0, -1, -1];
  for (const at of rows) {
    const approved = (took[at] ?? 0) > 0;
    const unattended = noHuman[outcomes[at] ?? 0] === 1;
    if (approved) byPeople += 1;
    if (unattended) byNoHuman += 1;
    if (!approved && !unattended) continue;
    if (first < 0 || row.decided.compare(at, first) < 0) first = at;
    if (last < 0 || row.decided.compare(at, last) > 0) last = at;
  }
  const [p1Seconds = null, p5Seconds = null, medianSeconds = null] = secondsAt(
    tookOf(columns, rows),
    [0.01, 0.05, 0.5],
  );
  return {
    requests: rows.length,
    byPeople,
    byNoHuman,
    medianSeconds,
    p1Seconds,
    p5Seconds,
    from: first < 0 ? null : row.decided.shortText(first),
    to: last < 0 ? null : row.decided.shortText(last),
  };
}

function tookOf({ row }: Columns, rows: Uint32Array): Float64Array {
  const took = row.took.values;
  const found = new Float64Array(rows.length);
  let count = 0;
  for (const at of rows) {
    const seconds = took[at] ?? 0;
    if (seconds > 0) found[count++] = seconds;
  }
  return found.subarray(0, count);
}

/** When the newest of what people approved was decided. */
export function newestOf({ row }: Columns, rows: Uint32Array): Answers['newest'] {
  const took = row.took.values;
  let newest = -1;
  for (const at of rows)
    if ((took[at] ?? 0) > 0 && (newest < 0 || row.decided.compare(at, newest) > 0)) newest = at;
  return { newest: newest < 0 ? null : row.decided.shortText(newest) };
}
