/** Values chosen for one field. Both lists empty: no choice was made. */
export interface Choices {
  /** One of these must hold (for the search words: all of them). */
  readonly is: readonly string[];
  /** None of these may hold. */
  readonly isNot: readonly string[];
}

/** Seconds, `min <= t < max`; null leaves that end open. */
export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** UTC ISO 8601 instants, `from <= t < to`; null leaves that end open. */
export interface InstantRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A range of a request's value that is left out, `from <= t < to`; null leaves one of its ends open. */
export interface LeftOut<Of extends string, End> {
  /** Which value, by the name of its URL parameter. */
  readonly of: Of;
  readonly from: End | null;
  readonly to: End | null;
}

/** Seconds to approve. */
export type TookLeftOut = LeftOut<'took', number>;

/** UTC ISO 8601 instants. */
export type TimeLeftOut = LeftOut<TimeRange['of'], string>;

/** The span as it was picked. Absolute ends are UTC ISO 8601, `from <= t < to`, at least one of them set. */
export type Span =
  | { readonly kind: 'all' }
  | { readonly kind: 'rolling'; readonly amount: number; readonly unit: 'h' | 'd' }
  /** A calendar quarter of UTC: the one that runs, or the last one that is over. */
  | { readonly kind: 'quarter'; readonly which: 'this' | 'last' }
  | { readonly kind: 'absolute'; readonly from: string | null; readonly to: string | null };

export interface TimeRange {
  /** Which of a request's times the span is about. */
  readonly of: 'requested' | 'decided';
  readonly span: Span;
}

/** UTC ISO 8601 instants, `after < t <= by`, of a request's records' arrival; null leaves that end open. */
export interface ArrivalRange {
  /** Which of its records the range is about. */
  readonly of: 'first' | 'latest';
  readonly after: string | null;
  readonly by: string | null;
}

/** Everything a reader can narrow by, exactly as chosen. Fields are joined by "and". */
export interface Filter {
  readonly outcome: Choices;
  readonly delivery: Choices;
  readonly kind: Choices;
  readonly userType: Choices;
  readonly requestorReason: Choices;
  readonly approverReason: Choices;
  readonly tenant: Choices;
  readonly check: Choices;
  /** Of the strongest check that marks a request. */
  readonly strength: Choices;
  readonly client: Choices;
  readonly package: Choices;
  readonly policy: Choices;
  readonly requestor: Choices;
  readonly target: Choices;
  readonly approver: Choices;
  readonly q: Choices;
  readonly took: NumberRange;
  readonly time: TimeRange;
  /** What a brush over decision times has chosen, inside the span. */
  readonly decided: InstantRange;
  /** What of a grown link is shown: what came after it was copied, or what was there by then. */
  readonly arrived: ArrivalRange;
  readonly notTook: readonly TookLeftOut[];
  readonly notTime: readonly TimeLeftOut[];
}

export type FieldName = keyof Filter;
/** The fields that hold ranges of which none may hold. */
export type LeftOutFieldName = 'notTook' | 'notTime';
export type ListFieldName = { [F in FieldName]: Filter[F] extends Choices ? F : never }[FieldName];
