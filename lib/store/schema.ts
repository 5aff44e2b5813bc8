/** A record's own columns, in the order in which `saveRecords` appends them. */
export const recordColumns = [
  'id',
  'own_tenant',
  'time_generated',
  'activity_date_time',
  'operation_name',
  'operation_type',
  'category',
  'logged_by_service',
  'result',
  'result_reason',
  'identity',
  'correlation_id',
  'caller_ip',
  'initiated_by',
  'target_resources',
  'additional_details',
  'further',
  'ingested',
  'workspaces',
] as const;

const received = `${recordColumns.map((column) => `${column} VARCHAR`).join(', ')}, targets_cut BOOLEAN, details_cut BOOLEAN`;

/** Ground state first, then what is derived from it and can be rebuilt at any time. */
export const schema: { name: string; columns: string }[] = [
  { name: 'files', columns: 'name VARCHAR PRIMARY KEY, bytes DOUBLE, modified_ms DOUBLE, problems DOUBLE' },
  /** Files that are too large for one transaction, and how many records of each, from its start, are kept. */
  {
    name: 'begun',
    columns: 'name VARCHAR PRIMARY KEY, bytes DOUBLE, modified_ms DOUBLE, records DOUBLE',
  },
  { name: 'problems', columns: 'code VARCHAR, file VARCHAR, line INTEGER, message VARCHAR' },
  { name: 'counts', columns: 'name VARCHAR PRIMARY KEY, value DOUBLE' },
  /** Where the reading of each workspace stands, as JSON; `lib/store/syncState.ts` has its shape. */
  { name: 'sync', columns: 'workspace VARCHAR, state VARCHAR' },
  /** Which record came from which workspace: `record` is half of the digest of its `Id`, `ours` false for context, and without one. */
  {
    name: 'deliveries',
    columns: 'workspace VARCHAR, record UBIGINT, ours BOOLEAN, generated TIMESTAMP_NS, ingested TIMESTAMP_NS',
  },
  {
    name: 'operations',
    columns:
      'name VARCHAR PRIMARY KEY, step VARCHAR, rank INTEGER, service VARCHAR, kind VARCHAR, asked_by VARCHAR',
  },
  /** `rid` is the record's `Id`, or a digest of its content; `tenant` and `key` are decided when deriving. */
  {
    name: 'records',
    columns: `rid VARCHAR, ${received}, class VARCHAR, tenant VARCHAR, key VARCHAR, print VARCHAR, print_cut VARCHAR`,
  },
  {
    name: 'events',
    columns: `tenant VARCHAR, key VARCHAR, class VARCHAR, instant TIMESTAMP_NS, at_text VARCHAR,
      generated TIMESTAMP_NS, generated_text VARCHAR, operation VARCHAR, step VARCHAR, rank INTEGER,
      kind VARCHAR, asked_by VARCHAR, result VARCHAR, failed BOOLEAN, correlation_id VARCHAR, correlation VARCHAR,
      actor_kind VARCHAR, actor_id VARCHAR, actor VARCHAR, actor_name VARCHAR, ip VARCHAR, actor_type VARCHAR,
      request_ids VARCHAR[], target_ids VARCHAR[], package_id VARCHAR, package VARCHAR, packages INTEGER, users INTEGER,
      policy_id VARCHAR, policy VARCHAR, user_id VARCHAR, user_upn VARCHAR, user_name VARCHAR,
      detail_target_id VARCHAR, detail_user_type VARCHAR, justifications VARCHAR[], client VARCHAR,
      targets_cut BOOLEAN, details_cut BOOLEAN, arrived TIMESTAMP_NS, arrived_text VARCHAR, workspaces VARCHAR[],
      kql_requests VARCHAR[], kql_packages VARCHAR[], kql_others VARCHAR[], kql_justifications VARCHAR[]`,
  },
  { name: 'removed', columns: 'tenant VARCHAR, request_id VARCHAR, at_text VARCHAR, record VARCHAR' },
  /** What each check says of each request: a strength, or null where `limits` says why it could not tell. */
  {
    name: 'checks',
    columns:
      'tenant VARCHAR, request_id VARCHAR, id VARCHAR, strength VARCHAR, facts VARCHAR, limits VARCHAR, records VARCHAR[]',
  },
  /** What the checks are still to look at: one request, or everything from an instant on. */
  { name: 'unchecked', columns: 'tenant VARCHAR, request_id VARCHAR, since TIMESTAMP_NS' },
  /** Requests folded or marked again since the columns in memory were last brought up to date; some no longer are. */
  { name: 'changed', columns: 'tenant VARCHAR, request_id VARCHAR' },
  { name: 'links', columns: 'tenant VARCHAR, request_id VARCHAR, key VARCHAR' },
  {
    name: 'names',
    columns:
      'tenant VARCHAR, kind VARCHAR, id VARCHAR, name VARCHAR, workspaces VARCHAR[], instant TIMESTAMP_NS',
  },
  {
    name: 'requests',
    columns: `tenant VARCHAR, request_id VARCHAR, kind VARCHAR, outcome VARCHAR, delivery VARCHAR,
      package VARCHAR, package_id VARCHAR, policy VARCHAR, policy_id VARCHAR,
      requestor VARCHAR, requestor_id VARCHAR, requestor_name VARCHAR, requestor_ip VARCHAR,
      target VARCHAR, target_id VARCHAR, target_name VARCHAR, user_type VARCHAR,
      reason_state VARCHAR, reason VARCHAR, words UBIGINT, further_reasons VARCHAR[],
      requested TIMESTAMP_NS, requested_text VARCHAR, decided TIMESTAMP_NS, decided_text VARCHAR, took DOUBLE,
      first TIMESTAMP_NS, first_text VARCHAR, last TIMESTAMP_NS, last_text VARCHAR,
      ended_text VARCHAR, own_removed_text VARCHAR, own_removed_record VARCHAR,
      started TIMESTAMP_NS, removal TIMESTAMP_NS, removal_text VARCHAR, removal_record VARCHAR,
      deleted_text VARCHAR, deleted_by VARCHAR, edited_text VARCHAR, edited_by VARCHAR, correlation_id VARCHAR,
      decisions STRUCT(approver VARCHAR, "approverId" VARCHAR, "approverName" VARCHAR, verdict VARCHAR, "at" VARCHAR,
        justification STRUCT(state VARCHAR, text VARCHAR), "furtherJustifications" VARCHAR[], ip VARCHAR, record VARCHAR)[],
      arrived TIMESTAMP_NS, arrived_text VARCHAR, first_arrived TIMESTAMP_NS, first_arrived_text VARCHAR, workspaces VARCHAR[],
      approver_ids VARCHAR[], approver_text VARCHAR, approver_states VARCHAR[],
      decided_by VARCHAR[], decided_states VARCHAR[],
      package_names VARCHAR, policy_names VARCHAR, requestor_names VARCHAR, target_names VARCHAR,
      "row" VARCHAR, search VARCHAR, client VARCHAR, marks UBIGINT, worth USMALLINT, warnings VARCHAR[],
      sources STRUCT("requestedAt" VARCHAR, requestor VARCHAR, package VARCHAR, policy VARCHAR, target VARCHAR,
        outcome VARCHAR, "decidedAt" VARCHAR, delivery VARCHAR, "endedAt" VARCHAR, "recordDeletedAt" VARCHAR, "answersEditedAt" VARCHAR)`,
  },
];

/** A page of requests is fetched by their ids: without it DuckDB unpacks whole stretches of the wide columns. */
export const indexes = ['CREATE INDEX requests_by_id ON requests (request_id)'];
