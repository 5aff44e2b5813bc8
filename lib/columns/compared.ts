import { justificationStates } from '../request';
import type { Columns } from './columns';
import { absent } from './dictionary';
import { codesCounted, countsOf, countsOfLists, mostFrequent } from './facets';
import { noHumanOf } from './pace';
import type { Answers, Counted } from './questions';
import { tookOfGroups } from './tookOfGroups';

/** Statistics of the most frequent packages of the rows. */
export function packagesOf(columns: Columns, rows: Uint32Array): Counted[] {
  const codes = columns.row.objects.package.values;
  const texts = columns.texts.packages.texts;
  return statistics(columns, texts, countsOf(codes, rows, texts.length), (places) => {
    const members = new Members(rows.length);
    for (let each = 0; each < rows.length; each++) {
      const at = rows[each] ?? 0;
      members.add(at, places[codes[at] ?? 0] ?? 0);
    }
    return members;
  });
}

/** The same of approvers. */
export function approversOf(columns: Columns, rows: Uint32Array): Counted[] {
  const { approvers } = columns.row;
  const [codes, starts] = [approvers.codes.values, approvers.starts.values];
  const counts = countsOfLists(columns, rows);
  return statistics(columns, columns.texts.people.texts, counts, (places) => {
    const members = new Members(counts.reduce((sum, count) => sum + count, 0));
    for (let each = 0; each < rows.length; each++) {
      const at = rows[each] ?? 0;
      const end = starts[at + 1] ?? 0;
      for (let place = starts[at] ?? 0; place < end; place++) members.add(at, places[codes[place] ?? 0] ?? 0);
    }
    return members;
  });
}

/** Rows of the listed codes, each with the place of its code, from one. */
class Members {
  #rows: Uint32Array;
  #places: Uint16Array;
  #length = 0;

  constructor(most: number) {
    this.#rows = new Uint32Array(most);
    this.#places = new Uint16Array(most);
  }

  /** A place of 0 is that of a code that is not listed. */
  add(row: number, place: number): void {
    this.#rows[this.#length] = row;
    this.#places[this.#length] = place;
    this.#length += Number(place > 0);
  }

  get rows(): Uint32Array {
    return this.#rows.subarray(0, this.#length);
  }

  get places(): Uint16Array {
    return this.#places.subarray(0, this.#length);
  }
}

function statistics(
  columns: Columns,
  texts: readonly (string | null)[],
  counts: Uint32Array,
  membersOf: (places: Uint8Array) => Members,
): Counted[] {
  const { row } = columns;
  counts[absent] = 0;
  const found = codesCounted(counts);
  const listed = mostFrequent(found, counts, texts);
  /** One more than the place of each listed code. */
  const placeOf = new Uint8Array(counts.length);
  for (const [place, code] of listed.entries()) placeOf[code] = place + 1;
  const { rows, places: groups } = membersOf(placeOf);
  const noReasons = columns.texts.words.reasonState.among(['empty', 'absent']);
  const noHumans = noHumanOf(columns);
  const [states, outcomes] = [row.words.reasonState.values, row.words.outcome.values];
  const noReason = new Uint32Array(listed.length + 1);
  const noHuman = new Uint32Array(listed.length + 1);
  for (let each = 0; each < rows.length; each++) {
    const at = rows[each] ?? 0;
    const group = groups[each] ?? 0;
    noReason[group] = (noReason[group] ?? 0) + (noReasons[states[at] ?? 0] ?? 0);
    noHuman[group] = (noHuman[group] ?? 0) + (noHumans[outcomes[at] ?? 0] ?? 0);
  }
  const took = tookOfGroups(row, { rows, groups, count: listed.length + 1 }, [0.05, 0.5]);
  return listed.map((code, before) => {
    const { byPeople = 0, seconds = [] } = took[before + 1] ?? {};
    const [p5Seconds = null, medianSeconds = null] = seconds;
    return {
      id: texts[code] ?? '',
      requests: counts[code] ?? 0,
      byPeople,
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
  const [codes, starts] = [row.decidedBy.codes.values, row.decidedBy.starts.values];
  const states = row.decidedStates.codes.values;
  for (let each = 0; each < rows.length; each++) {
    const at = rows[each] ?? 0;
    const end = starts[at + 1] ?? 0;
    for (let place = starts[at] ?? 0; place < end; place++) {
      const code = codes[place] ?? 0;
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
