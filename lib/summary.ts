import type { Outcome } from './request';

/** The fields that have facets: a list of their values with counts. */
export const facetFields = [
  'outcome',
  'package',
  'policy',
  'approver',
  'requestor',
  'target',
  'requestorReason',
  'approverReason',
  'kind',
  'delivery',
  'userType',
  'check',
  'strength',
  'client',
  'tenant',
] as const;
export type FacetField = (typeof facetFields)[number];

/** One value of a facet. */
export interface FacetValue {
  /** What the filter takes: a word of the field, or an object id in lower case. */
  value: string;
  /** Latest name of an object id; null for words, and where the data hold no name. */
  name: string | null;
  /** Requests that match every other field's choices and have this value. */
  requests: number;
}

/** The values of one field, most requests first, chosen values always among them; zero counts are told. */
export interface Facet {
  values: FacetValue[];
  /** Further values that are not listed. */
  more: number;
}

/** Bounds in seconds of the bars of the distribution, on a log scale; the first and last bar are open. */
export const tookBounds = [
  1, 3, 10, 30, 60, 180, 600, 1800, 3600, 10_800, 28_800, 86_400, 259_200, 604_800, 1_209_600,
] as const;

/**
 * Time to approve of everything that matches but for the `took` clause; only requests that people approved, in
 * an order of request and decision that the records make clear.
 */
export interface TookDistribution {
  /** `fromSeconds <= t < toSeconds`; null where the bar is open to that side. One more bar than `tookBounds`. */
  bars: {
    fromSeconds: number | null;
    toSeconds: number | null;
    requests: number;
    /** How many of them a strong or medium check marks. */
    look: number;
    /** How many of `requests` there would be as the baseline spreads, to two digits; null without a baseline. */
    baseline: number | null;
  }[];
  /** Requests in the bars. */
  requests: number;
  medianSeconds: number | null;
  /**
   * The own earlier time of the one package or approver that the filter chooses by id (of both, the approver):
   * what people approved in the 180 days before the span of `time` starts, whatever the rest of the filter. A span
   * without a start is taken to start 30 days before the newest approval of that package or approver, and then
   * holds the baseline too. Null when no such one is chosen, or when fewer than 8 approvals are behind it.
   */
  baseline: {
    of: 'package' | 'approver';
    id: string;
    name: string | null;
    /** Approvals behind it, and the span they were decided in, UTC ISO 8601, end exclusive. */
    requests: number;
    from: string;
    to: string;
    medianSeconds: number | null;
    /** First percentile (fifth where there are 8 to 49): hardly any came faster. */
    fastSeconds: number | null;
  } | null;
}

/** One request in the scatter. */
export interface Mark {
  requestId: string;
  tenant: string;
  /** Decision time, else that of the first record, UTC ISO 8601. */
  at: string;
  /** Null in the lane of what no human decided. */
  seconds: number | null;
  outcome: Outcome;
  /** Marked by a strong or medium check. */
  look: boolean;
}

/**
 * One binned cell of the scatter: times `from <= t < to`, seconds as in the distribution's bars. Cells are some
 * whole hours, days or weeks of UTC wide, in at most 60 columns; those without a request are left out.
 */
export interface Cell {
  from: string;
  to: string;
  /** Place of the bar in `TookDistribution.bars`; null in the lane of what no human decided. */
  bar: number | null;
  requests: number;
  /** How many of them a strong or medium check marks. */
  look: number;
}

/** Time to approve by decision time, of everything that matches but for the `decided` and `took` clauses. */
export interface Scatter {
  /** UTC ISO 8601 of the first and last mark; null when there is none. */
  from: string | null;
  to: string | null;
  /** Approved by people in a clear order, and decided by no human; requests that are neither have no place in it. */
  byPeople: number;
  byNoHuman: number;
  /**
   * Seconds under which hardly any approval came, and what that line is: the percentile of so many approvals,
   * which are the baseline's where `TookDistribution` has one, else those of this chart. Null when too few.
   */
  fastSeconds: number | null;
  fastOf: { percentile: 1 | 5; requests: number } | null;
  /** Exactly one of the two: marks up to 5,000, cells above. */
  marks: Mark[] | null;
  cells: Cell[] | null;
}

/** One week of the trend, by decision time, else the first record's; weeks start on Monday, UTC. */
export interface Week {
  from: string;
  to: string;
  requests: number;
  /** Approved by people in the week, in a clear order; percentiles are null when there are fewer than 8. */
  byPeople: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

/** One package or approver beside its likes. Shares are 0 to 1, null when `of` them is under 20. */
export interface Compared {
  id: string;
  name: string | null;
  requests: number;
  /** Approved by people, in a clear order; `medianSeconds` and `p5Seconds` are null when fewer than 8. */
  byPeople: number;
  medianSeconds: number | null;
  p5Seconds: number | null;
  /** Requests whose requestor (packages) or decisions whose approver (approvers) gave no reason. */
  noReason: number;
  /** What `noReasonShare` is a share of: all requests of the package, all decisions of the approver. */
  noReasonOf: number;
  noReasonShare: number | null;
  /** Requests that no human decided; always 0 for an approver. */
  noHuman: number;
  noHumanShare: number | null;
}

/** What exclusion rules set aside of the requests that the rest of the filter matches. */
export interface Hidden {
  /** False while the reader has switched the rules off: nothing is hidden, and the numbers are what would be. */
  applied: boolean;
  /** The sum of `hides`. */
  requests: number;
  /**
   * The rules that can apply, in their order; a request counts for the first rule that hides it. For a reader who may
   * see a part, those that hide something.
   */
  rules: { name: string; owner: string; reason: string; expires: string; hides: number }[];
  /** Rules that do not apply and hide nothing, and why; without a name, the whole file. Empty for a reader of a part. */
  notApplied: { name: string | null; why: string }[];
}

/**
 * `GET /api/summary`: statistics over every filtered row, never over the page. A facet and a chart leave out
 * their own clause; headline numbers that are a filter leave out that filter's field.
 */
export interface SummaryAnswer {
  /** Requests that match, and requests the reader may see. */
  requests: number;
  all: number;
  hidden: Hidden;
  /** Median seconds to approve over `medianOf` requests approved by people; null when fewer than 8. */
  medianSeconds: number | null;
  medianOf: number;
  /** Outcome `approved`. */
  approvedByPeople: number;
  /** Outcomes `auto-approved`, `assigned`, `policy-assigned`. */
  noHumanDecision: number;
  /** Outcome `denied`. */
  denied: number;
  /** Outcome `pending`. */
  pending: number;
  /** Requestor justification `empty` or `absent`. */
  noReason: number;
  /** Marked by a strong or medium check. */
  worthALook: number;
  /** Marked by no check yet, since they are still to be evaluated. */
  unchecked: number;
  facets: Record<FacetField, Facet>;
  took: TookDistribution;
  scatter: Scatter;
  /** Oldest first, without gaps; at most 120 weeks, the newest ones. */
  weeks: Week[];
  /** Earlier weeks left out of `weeks`. */
  earlierWeeks: number;
  /** The most frequent 50 of each, and how many more there are. */
  packages: { compared: Compared[]; more: number };
  approvers: { compared: Compared[]; more: number };
}
