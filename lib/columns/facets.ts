import type { AnyOfField, OneOfField } from '../filter/clause';
import { checkIds, justificationStates } from '../request';
import type { Columns } from './columns';
import { absent } from './dictionary';
import { inCodePoints } from './inCodePoints';
import type { Weighed } from './profiles';
import { type Answers, mostListed } from './questions';
import { bitsOfCheck, objectsOf, strengthOf } from './where';

/** How many of the rows have each word of a field; words of none are left out. */
export function wordsOf(columns: Columns, rows: Uint32Array, field: OneOfField): Answers['words'][] {
  return wordCounts(columns, columns.profiles.weighed(rows), field)
    .filter(({ requests }) => requests > 0)
    .map((each) => ({ ...each, name: null }));
}

type Counts = { value: string; requests: number }[];

function wordCounts({ row, texts }: Columns, found: Weighed, field: OneOfField): Counts {
  switch (field) {
    case 'check': {
      const [lows, highs] = [
        countsOfPairs(row.marksLow.values, found),
        countsOfPairs(row.marksHigh.values, found),
      ];
      return checkIds.map((value) => {
        const { low, high } = bitsOfCheck(value);
        const place = Math.floor((31 - Math.clz32(low === 0 ? high : low)) / 2);
        return { value, requests: (low === 0 ? highs : lows)[place] ?? 0 };
      });
    }
    case 'approverReason': {
      const counts = weighedCounts(row.approverStates.values, found, 1 << justificationStates.length);
      return justificationStates.map((value, place) => ({
        value,
        requests: counts.reduce((sum, count, bits) => sum + (bits & (1 << place) ? count : 0), 0),
      }));
    }
    case 'strength': {
      const byWord = new Map<string, number>();
      for (const [place, at] of found.rows.entries()) {
        const word = strengthOf(row.worth.values[at] ?? 0);
        byWord.set(word, (byWord.get(word) ?? 0) + (found.weights[place] ?? 0));
      }
      return [...byWord].map(([value, requests]) => ({ value, requests }));
    }
    default: {
      const name = field === 'requestorReason' ? 'reasonState' : field;
      const words = texts.words[name].texts;
      const counts = weighedCounts(row.words[name].values, found, words.length);
      return words.flatMap((value, code) => (value === null ? [] : [{ value, requests: counts[code] ?? 0 }]));
    }
  }
}

type Values = Columns['row']['worth']['values'];

export function countsOf(values: Values, rows: Uint32Array, codes: number): Uint32Array {
  const counts = new Uint32Array(codes);
  for (let place = 0; place < rows.length; place++) {
    const code = values[rows[place] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function weighedCounts(values: Values, { rows, weights }: Weighed, codes: number): Uint32Array {
  const counts = new Uint32Array(codes);
  for (const [place, at] of rows.entries()) {
    const code = values[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + (weights[place] ?? 0);
  }
  return counts;
}

/** How often each pair of bits is not 0. */
function countsOfPairs(values: Values, { rows, weights }: Weighed): Uint32Array {
  const counts = new Uint32Array(16);
  for (const [at, row] of rows.entries()) {
    let left = values[row] ?? 0;
    left = (left | (left >>> 1)) & 0x55555555;
    while (left !== 0) {
      const low = left & -left;
      const place = (31 - Math.clz32(low)) >>> 1;
      counts[place] = (counts[place] ?? 0) + (weights[at] ?? 0);
      left ^= low;
    }
  }
  return counts;
}

/** How many of the rows have each object id of a field: of the most frequent ones, or of those that are asked for. */
export function idsOf(
  columns: Columns,
  rows: Uint32Array,
  field: AnyOfField,
  among: readonly string[] | null,
): Answers['ids'][] {
  const { row } = columns;
  const known = objectsOf(columns, field);
  const counts =
    field === 'approver'
      ? countsOfLists(columns, rows)
      : countsOf(row.objects[field].values, rows, known.texts.length);
  counts[absent] = 0;
  const found = codesCounted(counts);
  const listed =
    among === null
      ? mostFrequent(found, counts, known.texts)
      : among.map((id) => known.find(id) ?? absent).filter((code) => (counts[code] ?? 0) > 0);
  const tenants = tenantsOf(columns, rows, field, new Set(listed));
  return [...new Set(listed)].map((code) => ({
    value: known.texts[code] ?? '',
    name: null,
    requests: counts[code] ?? 0,
    of: found.length,
    tenants: tenants.get(code) ?? [],
  }));
}

/** How many of the rows have each approver in their list. */
export function countsOfLists({ row, texts }: Columns, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(texts.people.texts.length);
  const [codes, starts] = [row.approvers.codes.values, row.approvers.starts.values];
  for (let each = 0; each < rows.length; each++) {
    const at = rows[each] ?? 0;
    const end = starts[at + 1] ?? 0;
    for (let place = starts[at] ?? 0; place < end; place++) {
      const code = codes[place] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

export function codesCounted(counts: Uint32Array): number[] {
  const found: number[] = [];
  for (let code = 0; code < counts.length; code++) if ((counts[code] ?? 0) > 0) found.push(code);
  return found;
}

/** The codes counted most, those of equal counts by their text. */
export function mostFrequent(
  codes: readonly number[],
  counts: Uint32Array,
  texts: readonly (string | null)[],
): number[] {
  const all = Uint32Array.from(codes, (code) => counts[code] ?? 0).sort();
  const least = all.at(-mostListed) ?? 0;
  return codes
    .filter((code) => (counts[code] ?? 0) >= least)
    .sort(
      (one, other) =>
        (counts[other] ?? 0) - (counts[one] ?? 0) || inCodePoints(texts[one] ?? '', texts[other] ?? ''),
    )
    .slice(0, mostListed);
}

/** The tenants of the rows that hold each of some object ids. */
function tenantsOf(
  { row, texts }: Columns,
  rows: Uint32Array,
  field: AnyOfField,
  listed: ReadonlySet<number>,
): Map<number, string[]> {
  const tenants = texts.words.tenant.texts.flatMap((text) => (text === null ? [] : [text]));
  if (tenants.length === 1) return new Map([...listed].map((code) => [code, tenants]));
  const found = new Map([...listed].map((code) => [code, new Set<string>()]));
  const see = (code: number, at: number) => {
    const tenant = texts.words.tenant.texts[row.words.tenant.values[at] ?? 0];
    if (tenant != null) found.get(code)?.add(tenant);
  };
  for (const at of rows)
    if (field !== 'approver') see(row.objects[field].values[at] ?? 0, at);
    else
      for (
        let place = row.approvers.starts.values[at] ?? 0;
        place < (row.approvers.starts.values[at + 1] ?? 0);
        place++
      )
        see(row.approvers.codes.values[place] ?? 0, at);
  return new Map([...found].map(([code, all]) => [code, [...all]]));
}
