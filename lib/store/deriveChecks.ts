import 'server-only';
import { createHash } from 'node:crypto';
import { checks } from '../checks/all';
import { configurationChanges } from '../checks/configurationChanges';
import { privilegedPackages } from '../checks/privilegedPackages';
import { thresholds } from '../checks/thresholds';
import { checkIds } from '../request';
import { markOf, rankOf } from './marks';
import type { Store, Writer } from './open';

/** What an organisation says of its own packages: object ids in lower case, and name patterns with `*` for any text. */
export interface Privileged {
  ids: readonly string[];
  patterns: readonly string[];
}

/** A check looks back from a request, and never further ahead of its last record than this. */
const lookAheadDays = Math.ceil(
  Math.max(thresholds.policyWeakenedBefore.hours, thresholds.recordDeletedAccessKept.hours) / 24,
);

/**
 * Notes, in the transaction that derives requests, what the checks have to look at again. A new name changes no number
 * that another request is measured by, so a renamed object's requests are looked at again one by one.
 */
export const noteUnchecked = `
INSERT INTO unchecked
SELECT tenant, NULL, min(since) FROM (
  SELECT tenant, min(instant) AS since FROM before GROUP BY ALL
  UNION ALL SELECT e.tenant, min(e.instant) FROM events e SEMI JOIN touched_keys USING (tenant, key) GROUP BY ALL
  UNION ALL SELECT r.tenant, min(r.first) FROM requests r SEMI JOIN touched USING (tenant, request_id)
    ANTI JOIN renamed_requests USING (tenant, request_id) GROUP BY ALL
) GROUP BY tenant;
INSERT INTO unchecked SELECT tenant, request_id, NULL::TIMESTAMP_NS FROM renamed_requests;
INSERT INTO unchecked
SELECT DISTINCT r.tenant, r.request_id, NULL::TIMESTAMP_NS FROM requests r SEMI JOIN touched_pairs p
  ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id`;

/** True when requests wait for the checks, or were checked by other ones or for other packages. */
export async function isUnchecked(store: Store, privileged: Privileged): Promise<boolean> {
  const found = await store.all<{ value: string | null }>(
    `SELECT (SELECT value FROM facts WHERE name = 'checks') AS value WHERE NOT EXISTS (FROM unchecked)`,
  );
  return found[0]?.value !== printOf(privileged);
}

/**
 * Evaluates every check on the requests that new records concern: those that end later than the earliest of the
 * new records, since a check looks back. The result is the same as that of evaluating all of them.
 */
export async function deriveChecks(writer: Writer, privileged: Privileged): Promise<void> {
  const print = printOf(privileged);
  await writer.run(
    `INSERT INTO unchecked SELECT DISTINCT tenant, NULL, NULL::TIMESTAMP_NS FROM requests
     WHERE (SELECT value FROM facts WHERE name = 'checks') IS DISTINCT FROM $print`,
    { print },
  );
  await writer.run(concerned);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE privileged_by_name AS
     SELECT unnest(from_json($ids, '["VARCHAR"]')) AS id, NULL AS pattern
     UNION ALL SELECT NULL, unnest(from_json($patterns, '["VARCHAR"]'))`,
    { ids: JSON.stringify(privileged.ids), patterns: JSON.stringify(privileged.patterns) },
  );
  await writer.run(relations);
  await writer.run(
    `DELETE FROM checks USING concerned c WHERE checks.tenant = c.tenant AND checks.request_id = c.request_id;
     DELETE FROM checks USING (SELECT DISTINCT tenant, request_id FROM checks ANTI JOIN requests USING (tenant, request_id)) gone
     WHERE checks.tenant = gone.tenant AND checks.request_id = gone.request_id`,
  );
  for (const id of checkIds)
    await writer.run(
      `INSERT INTO checks BY NAME
       SELECT tenant, request_id, '${id}' AS id, strength, to_json(facts)::VARCHAR AS facts, limits,
         list_filter(records, key -> key IS NOT NULL) AS records
       FROM (${checks[id].sql}) SEMI JOIN concerned USING (tenant, request_id)`,
    );
  await writer.run(mark);
  await writer.run(
    `DELETE FROM unchecked; INSERT OR REPLACE INTO facts VALUES ('checks', '${print}');
     ${temporary.map((name) => `DROP TABLE ${name};`).join(' ')}`,
  );
}

const concerned = `
CREATE OR REPLACE TEMP TABLE concerned AS
WITH open_from AS (
  SELECT tenant, CASE WHEN bool_or(since IS NULL) THEN '-infinity'::TIMESTAMP ELSE min(since)::TIMESTAMP END AS since
  FROM unchecked WHERE request_id IS NULL GROUP BY tenant
)
SELECT r.tenant, r.request_id FROM requests r JOIN open_from u
  ON u.tenant = r.tenant AND r.last::TIMESTAMP >= u.since - INTERVAL ${lookAheadDays} DAY
UNION
SELECT r.tenant, r.request_id FROM requests r SEMI JOIN (SELECT * FROM unchecked WHERE request_id IS NOT NULL) USING (tenant, request_id)
UNION
SELECT tenant, request_id FROM requests WHERE marks IS NULL`;

/** One row for each human decision; `place` counts from 1 in the order of the decisions. */
const decided = `
SELECT r.tenant, r.request_id, r.package_id, r.policy_id, r.requestor_id, r.target_id, r.kind, r.outcome, r.requested, r.took,
  d."approverId" AS approver_id, d.approver, d."approverName" AS approver_name, d.verdict, CAST(d."at" AS TIMESTAMP_NS) AS instant,
  d.justification.state AS reason_state, d.justification.text AS reason, d.ip, d.record, r.place
FROM (SELECT *, unnest(decisions) AS d, generate_subscripts(decisions, 1) AS place FROM requests) r`;

const temporary = ['concerned', 'privileged_by_name', 'decided', 'configuration_changes', 'privileged'];

/**
 * What the checks read, besides `requests`, `events`, `links`, `records` and `removed`: `concerned` (tenant,
 * request_id), `decided`, `configuration_changes` and `privileged` (tenant, package_id, why).
 */
const relations = `
CREATE OR REPLACE TEMP TABLE decided AS ${decided};
CREATE OR REPLACE TEMP TABLE configuration_changes AS ${configurationChanges};
CREATE OR REPLACE TEMP TABLE privileged AS ${privilegedPackages}`;

const mark = `
UPDATE requests SET marks = m.marks, worth = m.worth FROM (
  SELECT c.tenant, c.request_id, coalesce(bit_or(${markOf('k.id', 'k.strength')}), 0)::UBIGINT AS marks,
    (coalesce(max(${rankOf('k.strength')}), 0) * 100 + count(k.strength))::USMALLINT AS worth
  FROM concerned c LEFT JOIN checks k ON k.tenant = c.tenant AND k.request_id = c.request_id
  GROUP BY ALL
) m
WHERE requests.tenant = m.tenant AND requests.request_id = m.request_id
  AND (requests.marks IS DISTINCT FROM m.marks OR requests.worth IS DISTINCT FROM m.worth)`;

/** Changes with every change of the checks, their numbers, or the packages that are privileged. */
function printOf(privileged: Privileged): string {
  return createHash('sha256')
    .update(JSON.stringify([privileged, concerned, relations, mark, checkIds.map((id) => checks[id].sql)]))
    .digest('hex')
    .slice(0, 16);
}
