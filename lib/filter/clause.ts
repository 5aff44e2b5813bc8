/**
 * The neutral form of a filter: clauses that must all hold. The store turns them into SQL; nothing in here
 * knows of columns or tables. Values are the user's own text and are always bound, never interpolated.
 */
export type OneOfField =
  | 'outcome'
  | 'delivery'
  | 'kind'
  | 'userType'
  | 'requestorReason'
  | 'approverReason'
  | 'tenant'
  | 'check'
  | 'strength'
  | 'client';
export type AnyOfField = 'package' | 'policy' | 'requestor' | 'target' | 'approver';

export type Clause =
  /** The field's value is one of `values` (`not`: is none of them). */
  | { kind: 'one-of'; field: OneOfField; not: boolean; values: string[] }
  /** The object id is one of `ids`, or a name (then or now) contains one of `texts`, lower-cased. */
  | { kind: 'any-of'; field: AnyOfField; not: boolean; ids: string[]; texts: string[] }
  /** Every term (lower-cased) occurs in the justifications or names (`not`: no term does). */
  | { kind: 'text'; field: 'q'; not: boolean; terms: string[] }
  /** Seconds to approve: `min <= t < max`; requests without a time to approve never match. */
  | { kind: 'number-range'; field: 'took'; min: number | null; max: number | null }
  /** UTC ISO 8601 instants, `from <= t < to`; a null time falls back to the request's first record. */
  | {
      kind: 'time-range';
      field: 'time' | 'decided' | 'arrived';
      of: 'requested' | 'decided' | 'firstArrived' | 'lastArrived';
      from: string | null;
      to: string | null;
    }
  /** None of the ranges holds. A request without a time to approve is in none of them; an absent instant is the first record's. */
  | { kind: 'outside'; field: 'notTook' | 'notTime'; ranges: readonly RangeClause[] }
  /** What a reader may see at all: a request that one grant holds in every part; none of them, nothing. */
  | { kind: 'scope'; field: 'scope'; grants: readonly Grant[] }
  /** What exclusion rules set aside: a request that meets every clause of one rule is left out. */
  | { kind: 'rules'; field: 'rules'; rules: readonly (readonly Clause[])[] };

export type RangeClause = Extract<Clause, { kind: 'number-range' | 'time-range' }>;

/** Object ids in lower case; null puts no bound. A request is of every workspace that one of its records is of. */
export interface Grant {
  packages: readonly string[] | null;
  workspaces: readonly string[] | null;
}
