import type { AnyOfField, Clause, Grant, RangeClause } from '../filter/clause';
import { checkIds, justificationStates, strengths } from '../request';
import { type Bits, bitsBetween, bitsOfCodes, both, either, every, inverted, mark, rowsOf } from './bits';
import type { Columns } from './columns';
import type { Dictionary } from './dictionary';
import { separator } from './reasons';
import { instantOf, type Times } from './times';

/** The rows, the dead among them, that a clause keeps; the same ones as `lib/store/where.ts` keeps by SQL. */
export function bitsOf(columns: Columns, clause: Clause): Bits {
  const { rows } = columns;
  switch (clause.kind) {
    case 'one-of':
      return unless(clause.not, oneOf(columns, clause), rows);
    case 'any-of':
      return unless(clause.not, anyOf(columns, clause), rows);
    case 'text': {
      const found = clause.terms.map((term) => containing(columns, term));
      return clause.not ? inverted(found.reduce(either, none(rows)), rows) : found.reduce(both, every(rows));
    }
    case 'number-range':
    case 'time-range':
      return inRange(columns, clause);
    case 'outside':
      return inverted(clause.ranges.map((range) => inRange(columns, range)).reduce(either, none(rows)), rows);
    case 'rules':
      return inverted(clause.rules.map((rule) => meeting(columns, rule)).reduce(either, none(rows)), rows);
    case 'scope':
      return clause.grants.map((grant) => granted(columns, grant)).reduce(either, none(rows));
  }
}

/** The rows that meet every clause of an exclusion rule; a rule without a clause is met by none. */
export function meeting(columns: Columns, rule: readonly Clause[]): Bits {
  const [first, ...others] = rule.map((clause) => bitsOf(columns, clause));
  return first === undefined ? none(columns.rows) : others.reduce(both, first);
}

const none = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5);

function unless(not: boolean, bits: Bits, rows: number): Bits {
  return not ? inverted(bits, rows) : bits;
}

function oneOf(columns: Columns, { field, values }: Extract<Clause, { kind: 'one-of' }>): Bits {
  const { row, texts, rows } = columns;
  switch (field) {
    case 'check':
      return marked(columns, values);
    case 'strength':
      return bitsOfCodes(row.worth, worthsOf(values), rows);
    case 'approverReason': {
      const wanted = justificationStates.reduce(
        (bits, state, place) => bits | (values.includes(state) ? 1 << place : 0),
        0,
      );
      return bitsOfCodes(
        row.approverStates,
        Uint8Array.from({ length: 1 << justificationStates.length }, (_, bits) => (bits & wanted ? 1 : 0)),
        rows,
      );
    }
    default: {
      const name = field === 'requestorReason' ? 'reasonState' : field;
      return bitsOfCodes(row.words[name], texts.words[name].among(values), rows);
    }
  }
}

/** Flags what the column `worth` holds where the strongest check has one of some words; a hundred values share a word. */
function worthsOf(words: readonly string[]): Uint8Array {
  const flags = new Uint8Array(0x10000);
  if (words.includes(strengthOf(0))) flags[0] = 1;
  for (let worth = 1; worth < flags.length; worth += 100)
    if (words.includes(strengthOf(worth))) flags.fill(1, worth, worth + 100);
  return flags;
}

/** The word of the strongest check, from what the column `worth` holds. */
export function strengthOf(worth: number): string {
  const rank = worth === 0 ? -1 : Math.floor((worth - 1) / 100);
  return rank === 0 ? 'none' : (strengths[strengths.length - rank] ?? 'unknown');
}

/** The two bits of a check in the two columns of marks. */
export function bitsOfCheck(id: string): { low: number; high: number } {
  const ids: readonly string[] = checkIds;
  const at = ids.indexOf(id) * 2;
  if (at < 0) return { low: 0, high: 0 };
  return at < 32 ? { low: 3 << at, high: 0 } : { low: 0, high: 3 << (at - 32) };
}

function marked({ row, rows }: Columns, ids: readonly string[]): Bits {
  const wanted = ids.map(bitsOfCheck);
  const low = wanted.reduce((bits, each) => bits | each.low, 0);
  const high = wanted.reduce((bits, each) => bits | each.high, 0);
  const [lows, highs] = [row.marksLow.values, row.marksHigh.values];
  const bits = none(rows);
  for (let at = 0; at < rows; at++)
    if ((((lows[at] ?? 0) & low) | ((highs[at] ?? 0) & high)) !== 0) mark(bits, at);
  return bits;
}

function anyOf(columns: Columns, { field, ids, texts }: Extract<Clause, { kind: 'any-of' }>): Bits {
  const { row, rows } = columns;
  const parts: Bits[] = [];
  if (ids.length > 0) {
    const flags = objectsOf(columns, field).among(ids);
    parts.push(
      field === 'approver'
        ? columns.rowsOfApprovers.having(flags, rows)
        : bitsOfCodes(row.objects[field], flags, rows),
    );
  }
  if (texts.length > 0) parts.push(named(columns, field, texts));
  return parts.reduce(either, none(rows));
}

/** The texts of the object ids of a field. */
export function objectsOf({ texts }: Columns, field: AnyOfField): Dictionary {
  if (field === 'package') return texts.packages;
  return field === 'policy' ? texts.policies : texts.people;
}

function named({ row, texts, rows }: Columns, field: AnyOfField, wanted: readonly string[]): Bits {
  return wanted
    .map(comparable)
    .filter((term) => term !== null)
    .map((term) => bitsOfCodes(row.names[field], texts.names[field].matching('anywhere', term), rows))
    .reduce(either, none(rows));
}

function containing(columns: Columns, text: string): Bits {
  const { row, rows } = columns;
  const term = comparable(text);
  if (term === null) return none(rows);
  if (term === '') return every(rows);
  return (['package', 'policy', 'requestor', 'target', 'approver'] as const)
    .map((field) => named(columns, field, [term]))
    .reduce(either, row.reasons.containing(term, rows));
}

/** A term as DuckDB is given it; null for one that holds the character between texts, and so matches nothing. */
function comparable(term: string): string | null {
  return term.includes(separator) ? null : term.toWellFormed();
}

function inRange({ row, rows }: Columns, range: RangeClause): Bits {
  if (range.kind === 'number-range') {
    const { min, max } = range;
    if (min === null && max === null) return every(rows);
    const [from, to] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
    return bitsBetween(row.took, from, to, rows);
  }
  const times = row[range.of];
  const parts = [
    range.from === null ? null : inverted(before(times, range.from, rows), rows),
    range.to === null ? null : before(times, range.to, rows),
  ].filter((part) => part !== null);
  return parts.reduce(both, every(rows));
}

function before({ seconds, nanoseconds }: Times, instant: string, rows: number): Bits {
  const bound = instantOf(instant);
  const bits = bitsBetween(seconds, Number.NEGATIVE_INFINITY, bound.seconds, rows);
  if (bound.nanoseconds > 0)
    for (const at of rowsOf(bitsBetween(seconds, bound.seconds, bound.seconds + 1, rows)))
      if ((nanoseconds.values[at] ?? 0) < bound.nanoseconds) mark(bits, at);
  return bits;
}

function granted({ row, texts, rows }: Columns, { packages, workspaces }: Grant): Bits {
  const parts = [
    packages === null ? null : bitsOfCodes(row.objects.package, texts.packages.among(packages), rows),
    workspaces === null ? null : bitsOfCodes(row.workspaces, within(texts.workspaces, workspaces), rows),
  ].filter((part) => part !== null);
  return parts.reduce(both, every(rows));
}

/** Flags the sets of workspaces, kept as JSON, that hold some of these and no other. */
function within(sets: Dictionary, workspaces: readonly string[]): Uint8Array {
  return sets.flags((set) => {
    const held: string[] = JSON.parse(set);
    return held.length > 0 && held.every((id) => workspaces.includes(id));
  });
}
