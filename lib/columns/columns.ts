import type { AnyOfField } from '../filter/clause';
import { justificationStates } from '../request';
import { barOf } from './bars';
import { type Bits, isMarked, mark, rowsOf, unmark } from './bits';
import { Codes, Lists, Reals } from './codes';
import { Dictionary } from './dictionary';
import { Profiles } from './profiles';
import { Reasons, separator } from './reasons';
import { RequestIds } from './requestIds';
import { Searched } from './searched';
import { hourOf, instantOf, Times } from './times';
import { tookStepOf } from './tookSteps';

/** What the columns hold of a request, in the order in which `lib/store/columnsText.ts` writes it; a vanished one has two values. */
type Loaded = [
  tenant: string,
  requestId: string,
  kind: string,
  outcome: string,
  delivery: string | null,
  userType: string,
  reasonState: string,
  client: string,
  packageId: string | null,
  policyId: string | null,
  requestorId: string | null,
  targetId: string | null,
  approverIds: string[],
  approverStates: string[],
  decidedBy: (string | null)[],
  decidedStates: string[],
  packageNames: string,
  policyNames: string,
  requestorNames: string,
  targetNames: string,
  approverText: string,
  search: string,
  packageSort: string | null,
  requestorSort: string | null,
  targetSort: string | null,
  requested: string | null,
  decided: string | null,
  first: string,
  firstArrived: string,
  lastArrived: string,
  took: number | null,
  marksLow: number | null,
  marksHigh: number | null,
  worth: number | null,
  workspaces: string[] | null,
];

const wordColumns = ['tenant', 'kind', 'outcome', 'delivery', 'userType', 'reasonState', 'client'] as const;
const nameColumns = ['package', 'policy', 'requestor', 'target', 'approver'] as const satisfies AnyOfField[];
const idColumns = ['package', 'policy', 'requestor', 'target'] as const satisfies AnyOfField[];
const sortColumns = ['package', 'requestor', 'target'] as const;

const dictionaries = () => ({
  words: each(wordColumns, () => new Dictionary()),
  packages: new Dictionary(),
  policies: new Dictionary(),
  people: new Dictionary(),
  names: each(nameColumns, () => new Dictionary()),
  sorts: each(sortColumns, () => new Dictionary()),
  workspaces: new Dictionary(),
});

/** One value of each column for each row. */
const rowColumns = () => ({
  ids: new RequestIds(),
  words: each(wordColumns, () => new Codes()),
  objects: each(idColumns, () => new Codes()),
  names: each(nameColumns, () => new Codes()),
  sorts: each(sortColumns, () => new Codes()),
  approvers: new Lists(),
  /** One bit for each of `justificationStates` that a decision has. */
  approverStates: new Codes(),
  decidedBy: new Lists(),
  /** Places in `justificationStates`, beside `decidedBy`. */
  decidedStates: new Lists(),
  reasons: new Reasons(),
  /** When it was asked for, decided, first recorded; its first record stands in for what it lacks. */
  requested: new Times(),
  decided: new Times(),
  first: new Times(),
  /** When the first and the latest of its records arrived. */
  firstArrived: new Times(),
  lastArrived: new Times(),
  /** Digits of the fraction of `decided` as its record writes it. */
  decidedDigits: new Codes(),
  /** 1 without a request time, 2 without a decision time. */
  lacks: new Codes(),
  /** Seconds; not a number without a time to approve. */
  took: new Reals(),
  /** One more than the place of `took` among the bars of the distribution; 0 without a time to approve. */
  bar: new Codes(),
  tookStep: new Codes(),
  /** The hour of `decided`. */
  decidedHour: new Reals(),
  /** The marks, two bits a check, in two numbers. */
  marksLow: new Codes(4),
  marksHigh: new Codes(4),
  /** One more than the number; 0 until it is checked. */
  worth: new Codes(2),
  workspaces: new Codes(),
});
export type RowColumns = ReturnType<typeof rowColumns>;

/**
 * The requests as columns. A request that changed is there again at the end, and its former row is dead; what was
 * appended is seen, all at once, from the next `commit` on.
 */
export class Columns {
  readonly texts = dictionaries();
  row = rowColumns();
  profiles = new Profiles();
  rowsOfApprovers = new Searched(this.row.approvers);
  /** Rows that questions see, the dead among them. */
  rows = 0;
  alive: Bits = new Uint32Array(0);
  dead = 0;
  #appended = 0;
  #vanished: [tenant: number, id: string][] = [];

  /** Takes in one request or one that vanished, as its JSON text. Throws when the text is another. */
  append(text: string): void {
    const loaded: Loaded | [tenant: string, requestId: string] = JSON.parse(text);
    if (loaded.length === 2) this.#vanished.push([this.texts.words.tenant.code(loaded[0]), loaded[1]]);
    else this.#push(loaded);
  }

  /** Shows what was appended in place of the rows that it replaces. */
  commit(): void {
    const before = this.rows;
    const rows = before + this.#appended;
    const alive = new Uint32Array((rows + 31) >>> 5);
    alive.set(this.alive);
    for (let row = before; row < rows; row++) mark(alive, row);
    this.alive = alive;
    this.rows = rows;
    this.#bury(before);
    this.#appended = 0;
    this.#vanished = [];
    if (this.dead * 3 > this.rows) this.#compact();
    this.row.reasons.prepare(this.rows);
    this.profiles.prepare(this.row, this.rows);
    this.rowsOfApprovers.prepare(this.rows, this.texts.people.texts.length);
  }

  /** Marks those of the first `rows` rows dead that came again or vanished; the texts of few are compared. */
  #bury(rows: number): void {
    if (rows === 0) return;
    const asked = new RequestIds();
    const tenants: number[] = [];
    const add = (tenant: number, id: string) => {
      tenants.push(tenant);
      asked.push(id);
    };
    for (const [tenant, id] of this.#vanished) add(tenant, id);
    for (let row = rows; row < this.rows; row++)
      add(this.row.words.tenant.values[row] ?? 0, this.row.ids.text(row));
    const maybe = new Uint8Array(0x100000);
    const gone = new Set<string>();
    for (const [place, tenant] of tenants.entries()) {
      maybe[asked.digest(place) & 0xfffff] = 1;
      gone.add(`${tenant} ${asked.text(place)}`);
    }
    for (let row = 0; row < rows; row++)
      if (
        maybe[this.row.ids.digest(row) & 0xfffff] === 1 &&
        isMarked(this.alive, row) &&
        gone.has(`${this.row.words.tenant.values[row]} ${this.row.ids.text(row)}`)
      ) {
        unmark(this.alive, row);
        this.dead += 1;
      }
  }

  #compact(): void {
    const kept = rowsOf(this.alive);
    const only = <T extends { of(rows: Uint32Array): T }, K extends string>(columns: Record<K, T>) =>
      Object.fromEntries(
        Object.entries<T>(columns).map(([name, column]) => [name, column.of(kept)]),
      ) as Record<K, T>;
    const { row } = this;
    this.row = {
      ids: row.ids.of(kept),
      words: only(row.words),
      objects: only(row.objects),
      names: only(row.names),
      sorts: only(row.sorts),
      approvers: row.approvers.of(kept),
      approverStates: row.approverStates.of(kept),
      decidedBy: row.decidedBy.of(kept),
      decidedStates: row.decidedStates.of(kept),
      reasons: row.reasons.of(kept),
      requested: row.requested.of(kept),
      decided: row.decided.of(kept),
      first: row.first.of(kept),
      firstArrived: row.firstArrived.of(kept),
      lastArrived: row.lastArrived.of(kept),
      decidedDigits: row.decidedDigits.of(kept),
      lacks: row.lacks.of(kept),
      took: row.took.of(kept),
      bar: row.bar.of(kept),
      tookStep: row.tookStep.of(kept),
      decidedHour: row.decidedHour.of(kept),
      marksLow: row.marksLow.of(kept),
      marksHigh: row.marksHigh.of(kept),
      worth: row.worth.of(kept),
      workspaces: row.workspaces.of(kept),
    };
    this.profiles = new Profiles();
    this.rowsOfApprovers = new Searched(this.row.approvers);
    this.rows = kept.length;
    this.alive = new Uint32Array((kept.length + 31) >>> 5);
    for (let at = 0; at < kept.length; at++) mark(this.alive, at);
    this.dead = 0;
  }

  #push(loaded: Loaded): void {
    const [
      tenant,
      requestId,
      kind,
      outcome,
      delivery,
      userType,
      reasonState,
      client,
      packageId,
      policyId,
      requestorId,
      targetId,
      approverIds,
      approverStates,
      decidedBy,
      decidedStates,
      packageNames,
      policyNames,
      requestorNames,
      targetNames,
      approverText,
      search,
      packageSort,
      requestorSort,
      targetSort,
      requested,
      decided,
      first,
      firstArrived,
      lastArrived,
      took,
      marksLow,
      marksHigh,
      worth,
      workspaces,
    ] = loaded;
    const { texts, row } = this;
    const { people } = texts;
    row.ids.push(requestId);
    const words = { tenant, kind, outcome, delivery, userType, reasonState, client };
    for (const name of wordColumns) row.words[name].push(texts.words[name].code(words[name]));
    row.objects.package.push(texts.packages.code(packageId));
    row.objects.policy.push(texts.policies.code(policyId));
    row.objects.requestor.push(people.code(requestorId));
    row.objects.target.push(people.code(targetId));
    const names = {
      package: packageNames,
      policy: policyNames,
      requestor: requestorNames,
      target: targetNames,
      approver: approverText,
    };
    for (const name of nameColumns) row.names[name].push(texts.names[name].code(names[name]));
    const sorts = { package: packageSort, requestor: requestorSort, target: targetSort };
    for (const name of sortColumns) row.sorts[name].push(texts.sorts[name].code(sorts[name]));
    row.approvers.push(approverIds.map((id) => people.code(id)));
    row.approverStates.push(approverStates.reduce((bits, state) => bits | (1 << stateOf(state)), 0));
    row.decidedBy.push(decidedBy.map((id) => people.code(id)));
    row.decidedStates.push(decidedStates.map(stateOf));
    row.reasons.push(
      withoutNames(search, approverText, [packageNames, policyNames, requestorNames, targetNames]),
    );
    const firstAt = instantOf(first);
    const decidedAt = decided === null ? firstAt : instantOf(decided);
    row.requested.push(requested === null ? firstAt : instantOf(requested));
    row.decided.push(decidedAt);
    row.first.push(firstAt);
    row.firstArrived.push(instantOf(firstArrived));
    row.lastArrived.push(instantOf(lastArrived));
    row.decidedDigits.push(decidedAt.digits);
    row.lacks.push((requested === null ? 1 : 0) + (decided === null ? 2 : 0));
    row.took.push(took ?? Number.NaN);
    row.bar.push(took !== null && took > 0 ? barOf(took) + 1 : 0);
    row.tookStep.push(tookStepOf(took));
    row.decidedHour.push(hourOf(decidedAt));
    row.marksLow.push(marksLow ?? 0);
    row.marksHigh.push(marksHigh ?? 0);
    row.worth.push(worth === null ? 0 : worth + 1);
    row.workspaces.push(texts.workspaces.code(workspaces === null ? null : JSON.stringify(workspaces)));
    this.#appended += 1;
  }
}

function each<K extends string, T>(names: readonly K[], make: () => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<K, T>;
}

function stateOf(word: string): number {
  const states: readonly string[] = justificationStates;
  const place = states.indexOf(word);
  if (place < 0) throw new Error('not a state of a justification');
  return place;
}

/** The searched texts without those at their end that the columns of names hold as well. */
function withoutNames(search: string, approverText: string, names: readonly string[]): string {
  const tail = `${separator}${names.join(separator)}`;
  if (!search.endsWith(tail)) return search;
  const rest = search.slice(0, -tail.length);
  if (approverText === '' || !rest.endsWith(approverText)) return rest;
  if (rest.length === approverText.length) return '';
  const end = rest.length - approverText.length - 1;
  return rest[end] === separator ? rest.slice(0, end) : rest;
}
