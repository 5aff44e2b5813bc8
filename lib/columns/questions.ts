import type { AnyOfField, Clause, OneOfField } from '../filter/clause';
import type { Sort } from '../filter/view';
import type { Cell, Compared, Mark, Week } from '../summary';

/** What can be asked about the requests that some clauses keep. The store asks DuckDB the same in SQL. */
export type Question =
  | { name: 'counts' }
  | { name: 'pace' }
  | { name: 'newest' }
  | { name: 'bars' }
  | { name: 'weeks'; width: number }
  | { name: 'marks' }
  | { name: 'cells'; width: number }
  | { name: 'words'; field: OneOfField }
  /** The most frequent of a field's object ids, or those of `among`. */
  | { name: 'ids'; field: AnyOfField; among: readonly string[] | null }
  | { name: 'packages' }
  | { name: 'approvers' }
  | { name: 'approverReasons' }
  | { name: 'hidden'; rules: readonly (readonly Clause[])[] }
  | { name: 'page'; sort: Sort; offset: number; limit: number };

/** One row of the answer to each question; they come in no order, but for those of a page. */
export interface Answers {
  counts: { total: number; unrequested: number; undecided: number };
  pace: Pace;
  newest: { newest: string | null };
  bars: { bar: number; requests: number; look: number };
  weeks: Omit<Week, 'from' | 'to'> & { column: number };
  marks: Mark;
  cells: Pick<Cell, 'bar' | 'requests' | 'look'> & { column: number };
  words: { value: string; name: null; requests: number };
  /** `of` is how many ids there are; `tenants` those in which the requests hold it, null where its name is told. */
  ids: { value: string; name: string | null; requests: number; of: number; tenants: string[] | null };
  packages: Counted;
  approvers: Counted;
  approverReasons: Pick<Compared, 'id' | 'noReason' | 'noReasonOf'>;
  hidden: { place: number; requests: number };
  page: { tenant: string; requestId: string };
}

export type RowOf<Q extends Question> = Answers[Q['name']];

/** How fast people approved some requests, and when: the percentiles are null from too few approvals. */
export interface Pace {
  requests: number;
  /** Approved by people, in the right order: with a time to approve. */
  byPeople: number;
  byNoHuman: number;
  medianSeconds: number | null;
  p1Seconds: number | null;
  p5Seconds: number | null;
  /** Decision times, UTC ISO 8601, of the first and last of `byPeople` and `byNoHuman`. */
  from: string | null;
  to: string | null;
}

export type Counted = Omit<Compared, 'name' | 'noReasonShare' | 'noHumanShare'> & { of: number };

/** Values of a facet, and rows of a comparison, that are listed of any number of them. */
export const mostListed = 50;

/** Rows up to which a page is found in the columns; DuckDB finds those that lie deeper. */
export const deepestRow = 20_000;
