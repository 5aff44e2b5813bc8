import type { Coverage } from './coverage';
import type { ArrivalRange } from './filter/filter';
import type { AccessRequest } from './request';
import type { Facet, FacetField, Hidden } from './summary';

/** Travels with every answer of the API. */
export interface Meta {
  /** Grows whenever the data behind the answers change. */
  version: number;
  coverage: Coverage;
  /** Sentences about this answer, such as a time filter that fell back to another time. */
  warnings: string[];
  /** Requests that the parameters match and exclusion rules leave out of the answer. */
  hidden: number;
  /**
   * For a reader who may see a part only: how many of all requests, whatever the filter; `all` is null where the
   * reader may not even know the number. Null: everything.
   */
  scope: { visible: number; all: number | null } | null;
  /** Version of the numbers that the checks go by. */
  thresholds: number;
  tookMs: number;
}

export interface Answer<T> {
  data: T;
  meta: Meta;
}

export interface ErrorAnswer {
  /** `claims` comes with code `challenge`: what the reader's next sign-in must ask for. */
  error: { code: string; message: string; requestId: string; claims?: string };
}

/** `GET /api/requests`: one page of rows and the exact number of rows that match. */
export interface RequestsAnswer {
  rows: AccessRequest[];
  total: number;
  /** Latest names of the object ids picked in the filter, so that a chip can show them. */
  names: Record<string, string>;
}

/** `GET /api/hunting-query`: the published query's nine columns, and the requests it cannot see. */
export interface HuntingRow {
  TimeRequested: string;
  AccessPackageName: string;
  RequestedBy: string;
  RequestorJustification: string;
  ApprovedTime: string;
  ApprovedBy: string | null;
  ApproverJustification: string;
  CorrelationId: string;
  RequestID: string;
}

export interface MissedRequest {
  requestId: string;
  tenant: string;
  package: string | null;
  requestor: string | null;
  target: string | null;
  outcome: string;
  kind: string;
  requestedAt: string | null;
  firstRecordAt: string;
  reasons: { code: string; text: string }[];
}

export interface HuntingAnswer {
  rows: HuntingRow[];
  total: number;
  missed: MissedRequest[];
  missedTotal: number;
  /** How many missed requests each reason applies to; one request can have several. */
  missedReasons: { code: string; text: string; requests: number }[];
}

/** `GET /api/facets/{field}`: values of one field whose name or id contains the text `find`. */
export interface FacetAnswer extends Facet {
  field: FacetField;
}

/** One package, or one person in one role, in a list. Shares are 0 to 1, null when under 20 requests. */
export interface PackageRow {
  id: string;
  tenant: string;
  name: string | null;
  requests: number;
  /** Requests that a strong or medium check marks. */
  worth: number;
  /** Approved by people, and the median and fifth percentile of seconds to approve; null when fewer than 8. */
  byPeople: number;
  medianSeconds: number | null;
  p5Seconds: number | null;
  noHuman: number;
  noHumanShare: number | null;
  noReason: number;
  noReasonShare: number | null;
  denied: number;
  pending: number;
  approvers: number;
  requestors: number;
  /** UTC ISO 8601 of the newest request's first record. */
  lastAt: string;
}

/** `GET /api/packages`: every package of the filtered requests, in one order, a page of them. */
export interface PackagesAnswer {
  rows: PackageRow[];
  total: number;
  /** Of the requests behind the rows. */
  hidden: Hidden;
}

export interface PersonRow {
  id: string;
  tenant: string;
  /** Newest user principal name, else (for an application, say) the newest display name. */
  name: string | null;
  displayName: string | null;
  /** Requests in which the person has any part. */
  requests: number;
  /** Those of them that a strong or medium check marks. */
  worth: number;
  asked: number;
  received: number;
  /** Decisions, in all stages, and how many of them were denials. */
  decided: number;
  denied: number;
  medianSeconds: number | null;
  p5Seconds: number | null;
  /** Requests that this person's approval decided: `medianSeconds` is over these. */
  approved: number;
  /** Own decisions without a reason. */
  noReason: number;
  noReasonShare: number | null;
  packages: number;
  lastAt: string;
}

/** `GET /api/people`: everyone who asked, received or decided in the filtered requests, a page of them. */
export interface PeopleAnswer {
  rows: PersonRow[];
  total: number;
  /** Of the requests behind the rows. */
  hidden: Hidden;
}

/** A change of a package, its policies or its catalogue, from a record that belongs to no request. */
export interface ConfigurationChange {
  at: string;
  operation: string;
  actor: string | null;
  actorId: string | null;
  actorName: string | null;
  policyId: string | null;
  policy: string | null;
  /** Old and new values, where the record carries them. */
  changes: { property: string; before: string | null; after: string | null }[];
  record: string;
}

/** Who approved whom how often, within what is shown. */
export interface Pair {
  approverId: string | null;
  approver: string | null;
  requestorId: string | null;
  requestor: string | null;
  requests: number;
  medianSeconds: number | null;
}

/** `GET /api/packages/{id}`: one package, within the filter. */
export interface PackageAnswer {
  id: string;
  tenant: string;
  name: string | null;
  /** Other names it had, oldest first. */
  formerNames: string[];
  /** Requests in view, and those of them that a strong or medium check marks. */
  requests: number;
  worth: number;
  policies: { id: string; name: string | null; requests: number; firstAt: string; lastAt: string }[];
  /** Oldest first, whatever the filter's time. */
  configuration: ConfigurationChange[];
  pairs: Pair[];
}

/** `GET /api/people/{id}`: one person, within the filter. */
export interface PersonAnswer {
  id: string;
  tenant: string;
  name: string | null;
  displayName: string | null;
  /** Requests in view in which the person has any part, and those of them that a strong or medium check marks. */
  requests: number;
  worth: number;
  asked: number;
  received: number;
  decided: number;
  approved: number;
  /** As approver, and as requestor, who with whom most. */
  pairsAsApprover: Pair[];
  pairsAsRequestor: Pair[];
  configuration: ConfigurationChange[];
}

/** `GET /api/receipt`: what has become of the rows that a link showed when it was copied. */
export interface ReceiptAnswer {
  /** Of the view now: for the next link. */
  now: { rows: number; digest: string; asof: string | null };
  /** Null when the address carries no receipt. */
  since: {
    /**
     * `same`: the same requests with the same outcomes. `grown`: those, and `arrived` more. `changed`: some of them
     * differ or are gone. `outside`: this reader may see a part only, and the shared rows are more than that.
     */
    state: 'same' | 'grown' | 'changed' | 'outside';
    /** Of a grown link: by the arrival of which of their records its rows are told from those that came after. */
    toldBy: ArrivalRange['of'] | null;
    rows: number;
    rowsNow: number;
    /** Matching requests with a record that arrived after `asof`. */
    arrived: number;
    asof: string;
  } | null;
}

/** `GET /api/export/{id}`: the manifest of one finished export. */
export interface ManifestAnswer {
  file: string;
  format: 'csv' | 'ndjson';
  content: 'view' | 'record';
  rows: number;
  bytes: number;
  sha256: string;
  /** The filter in words, and as parameters. */
  filter: string;
  parameters: string;
  hidden: Hidden;
  /** Version of the numbers that the checks go by. */
  thresholds: number;
  /** Times in the file are in this zone. */
  timeZone: 'UTC';
  columns: string[];
  startedAt: string;
  finishedAt: string;
  coverage: Coverage;
  warnings: string[];
}

/** `GET /api/hunting-query/workspace`: the published query, run in one workspace, beside the local rows. */
export interface WorkspaceHuntingAnswer {
  workspace: { id: string; name: string };
  /** Rows of the workspace's own answer, and of the records read from it. */
  rowsThere: number;
  rowsHere: number;
  /** Rows that both have, each counted once for each copy that both have. */
  same: number;
  /** Further copies there, of requests of which the workspace holds a record under one `Id` more than once. */
  explained: { rows: HuntingRow[]; total: number };
  onlyThere: { rows: HuntingRow[]; total: number };
  onlyHere: { rows: HuntingRow[]; total: number };
  /** Why the workspace's answer is not whole; null when it is. */
  partialReason: string | null;
}

/** A KQL text for copying, and where it can be opened. */
export interface Kql {
  kql: string;
  /** The time range to run it over, in whole milliseconds, UTC ISO 8601. */
  timespan: { from: string; to: string };
  /** One for each workspace that it can be opened in. */
  links: { workspace: string; href: string }[];
  /** Why a workspace, or every one, has no link; null when each has one. */
  unlinked: string | null;
}

/** `GET /api/kql` and `GET /api/requests/{id}/kql`: the way back to the audit records behind requests. */
export interface KqlAnswer {
  /** The records of the requests; null when there is no request. */
  records: Kql | null;
  /** True when the query gets the records of these requests and no others. */
  exact: boolean;
  /** What the query gets, and what besides that and why; one sentence or several. */
  about: string;
  requests: number;
  /** The published hunting query, whose text holds no time; null when neither the view nor its requests have one. */
  huntingQuery: Kql | null;
}
