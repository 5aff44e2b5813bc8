import type { Columns } from './columns';
import type { Answers, Pace } from './questions';
import { tookOfGroups } from './tookOfGroups';

/** 1 for the code of each outcome that no human decided. */
export function noHumanOf({ texts }: Columns): Uint8Array {
  return texts.words.outcome.among(['auto-approved', 'assigned', 'policy-assigned']);
}

export function countsOf({ row, profiles }: Columns, rows: Uint32Array): Answers['counts'] {
  let [unrequested, undecided] = [0, 0];
  const lacks = row.lacks.values;
  const found = profiles.weighed(rows);
  for (const [place, at] of found.rows.entries()) {
    const lack = lacks[at] ?? 0;
    const weight = found.weights[place] ?? 0;
    unrequested += (lack & 1) * weight;
    undecided += (lack >>> 1) * weight;
  }
  return { total: rows.length, unrequested, undecided };
}

export function paceOf(columns: Columns, rows: Uint32Array): Pace {
  const { row } = columns;
  const noHuman = noHumanOf(columns);
  const [steps, outcomes, decided] = [
    row.tookStep.values,
    row.words.outcome.values,
    row.decided.seconds.values,
  ];
  let [byNoHuman, first, last] = [0, -1, -1];
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    const unattended = noHuman[outcomes[at] ?? 0] ?? 0;
    byNoHuman += unattended;
    const seconds = decided[at] ?? 0;
    if ((seconds > earliest && seconds < latest) || (unattended === 0 && steps[at] === 0)) continue;
    if (seconds <= earliest && (first < 0 || row.decided.compare(at, first) < 0))
      [first, earliest] = [at, seconds];
    if (seconds >= latest && (last < 0 || row.decided.compare(at, last) > 0)) [last, latest] = [at, seconds];
  }
  const [all] = tookOfGroups(
    row,
    { rows, groups: new Uint16Array(rows.length), count: 1 },
    [0.01, 0.05, 0.5],
  );
  const [p1Seconds = null, p5Seconds = null, medianSeconds = null] = all?.seconds ?? [];
  return {
    requests: rows.length,
    byPeople: all?.byPeople ?? 0,
    byNoHuman,
    medianSeconds,
    p1Seconds,
    p5Seconds,
    from: first < 0 ? null : row.decided.shortText(first),
    to: last < 0 ? null : row.decided.shortText(last),
  };
}

/** When the newest of what people approved was decided. */
export function newestOf({ row }: Columns, rows: Uint32Array): Answers['newest'] {
  const [steps, decided] = [row.tookStep.values, row.decided.seconds.values];
  let [newest, latest] = [-1, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    const seconds = decided[at] ?? 0;
    if (seconds < latest || steps[at] === 0) continue;
    if (newest < 0 || row.decided.compare(at, newest) > 0) [newest, latest] = [at, seconds];
  }
  return { newest: newest < 0 ? null : row.decided.shortText(newest) };
}
