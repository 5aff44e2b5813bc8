import { sameAddresses } from './addresses';
import { configurationChanges } from './configurationChanges';
import { roleWrites } from './directoryWrites';
import { privilegedPackages } from './privilegedPackages';
import { thresholds } from './thresholds';

/**
 * The longest that a check looks back from a request, with room for whole days. Older requests are no part of any
 * measure of decisions.
 */
const lookBackDays = thresholds.baselineDays + 2;

/**
 * One row for each human decision that a check of the concerned requests can look at; `place` counts from 1 in the
 * order of the decisions, and `since` is the instant of the one before, else that of the request. An approver is named by account, else by name.
 */
const decided = `
SELECT row_number() OVER () AS number, r.tenant, r.request_id, r.package_id, r.policy_id, r.requestor_id, r.requestor_ip, r.kind, r.requested,
  d."approverId" AS approver_id, coalesce(d.approver, d."approverName", d."approverId") AS approver, d.verdict,
  CAST(d."at" AS TIMESTAMP_NS) AS instant, coalesce(CAST(former AS TIMESTAMP_NS), r.requested) AS since,
  d.justification.state AS reason_state,
  c.request_id IS NOT NULL AS is_concerned, CASE WHEN is_concerned THEN d.justification.text END AS reason, d.ip, d.record, r.place
FROM (
  SELECT *, unnest(decisions) AS d, generate_subscripts(decisions, 1) AS place, CASE WHEN place > 1 THEN decisions[place - 1]."at" END AS former
  FROM requests
  WHERE last >= (SELECT min(r.first) FROM requests r SEMI JOIN concerned USING (tenant, request_id))::TIMESTAMP - INTERVAL ${lookBackDays} DAY
) r LEFT JOIN concerned c USING (tenant, request_id)`;

/**
 * What the checks read, besides `requests`, `events`, `links`, `records`, `removed` and `concerned` (tenant,
 * request_id), laid out in this order.
 */
export const relations = {
  decided,
  same_addresses: sameAddresses,
  configuration_changes: configurationChanges,
  role_writes: roleWrites,
  privileged: privilegedPackages,
} as const;
