import { justificationStates } from '../request';
import type { Columns } from './columns';
import { absent } from './dictionary';
import { codesCounted, countsOfLists, mostFrequent } from './facets';
import { noHumanOf } from './pace';
import { gathered, secondsAt } from './quantiles';
import type { Answers, Counted } from './questions';

/** Statistics of the most frequent packages of the rows. */
export function packagesOf(columns: Columns, rows: Uint32Array): Counted[] {
  const { row, texts } = columns;
  const values = row.objects.package.values;
  const counts = new Uint32Array(texts.packages.texts.length);
  for (const at of rows) {
    const code = values[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return statistics(columns, texts.packages.texts, counts, (see) => {
    for (const at of rows) see(values[at] ?? 0, at);
  });
}

/** The same of approvers. */
export function approversOf(columns: Columns, rows: Uint32Array): Counted[] {
  const { codes, starts } = columns.row.approvers;
  return statistics(columns, columns.texts.people.texts, countsOfLists(columns, rows), (see) => {
    for (const at of rows) {
      const end = starts.values[at + 1] ?? 0;
      for (let place = starts.values[at] ?? 0; place < end; place++) see(codes.values[place] ?? 0, at);
    }
  });
}

function statistics(
  columns: Columns,
  texts: readonly (string | null)[],
  counts: Uint32Array,
  visit: (see: (code: number, row: number) => void) => void,
): Counted[] {
  const { row } = columns;
  counts[absent] = 0;
  const found = codesCounted(counts);
  const listed = mostFrequent(found, counts, texts);
  /** One more than the place of each listed code. */
  const places = new Uint8Array(counts.length);
  for (const [place, code] of listed.entries()) places[code] = place + 1;
  const noReasons = columns.texts.words.reasonState.among(['empty', 'absent']);
  const noHumans = noHumanOf(columns);
  const noReason = new Uint32Array(listed.length + 1);
  const noHuman = new Uint32Array(listed.length + 1);
  visit((code, at) => {
    const place = places[code] ?? 0;
    if (place === 0) return;
    if (noReasons[row.words.reasonState.values[at] ?? 0] === 1) noReason[place] = (noReason[place] ?? 0) + 1;
    if (noHumans[row.words.outcome.values[at] ?? 0] === 1) noHuman[place] = (noHuman[place] ?? 0) + 1;
  });
  const took = row.took.values;
  const seconds = gathered(listed.length + 1, (tell) =>
    visit((code, at) => {
      const place = places[code] ?? 0;
      const value = took[at] ?? 0;
      if (place > 0 && value > 0) tell(place, value);
    }),
  );
  return listed.map((code, before) => {
    const values = seconds.of(before + 1);
    const [p5Seconds = null, medianSeconds = null] = secondsAt(values, [0.05, 0.5]);
    return {
      id: texts[code] ?? '',
      requests: counts[code] ?? 0,
      byPeople: values.length,
      medianSeconds,
      p5Seconds,
      noReason: noReason[before + 1] ?? 0,
      noReasonOf: counts[code] ?? 0,
      noHuman: noHuman[before + 1] ?? 0,
      of: found.length,
    };
  });
}

/** How many decisions each approver made, and how many of them without a reason. */
export function approverReasonsOf({ row, texts }: Columns, rows: Uint32Array): Answers['approverReasons'][] {
  const people = texts.people.texts;
  const decisions = new Uint32Array(people.length);
  const without = new Uint32Array(people.length);
  const { codes, starts } = row.decidedBy;
  const states = row.decidedStates.codes.values;
  for (const at of rows) {
    const end = starts.values[at + 1] ?? 0;
    for (let place = starts.values[at] ?? 0; place < end; place++) {
      const code = codes.values[place] ?? 0;
      decisions[code] = (decisions[code] ?? 0) + 1;
      if (noReasonStates[states[place] ?? 0] === true) without[code] = (without[code] ?? 0) + 1;
    }
  }
  decisions[absent] = 0;
  return codesCounted(decisions).map((code) => ({
    id: people[code] ?? '',
    noReasonOf: decisions[code] ?? 0,
    noReason: without[code] ?? 0,
  }));
}

const noReasonStates = justificationStates.map((state) => state === 'empty' || state === 'absent');
