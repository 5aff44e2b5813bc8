import 'server-only';
import { createHash } from 'node:crypto';
import { checks } from '../checks/all';
import { relations } from '../checks/relations';
import { thresholds } from '../checks/thresholds';
import { waits } from '../checks/waits';
import { type CheckId, checkIds } from '../request';
import { type CheckFailure, type Evaluated, evaluateChecks, mark } from './evaluateChecks';
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
  SELECT tenant, min(instant) AS since FROM moved GROUP BY ALL
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

/** Whether what is stored was said by the checks of this version. */
export async function areCurrent(store: Store): Promise<boolean> {
  return (await fact(store, 'checks'))?.startsWith(checksPrint) ?? false;
}

/**
 * Evaluates every check on the requests that new records concern: those that end later than the earliest of the
 * new records, since a check looks back. The result is the same as that of evaluating all of them. A check that
 * fails leaves what it said before, is noted for `failedChecks` and evaluated on everything the next time; what went
 * wrong is answered.
 */
export async function deriveChecks(
  writer: Writer,
  privileged: Privileged,
  evaluated: Evaluated = checks,
): Promise<CheckFailure[]> {
  const now = printOf(privileged);
  const isOther = (await fact(writer, 'checks')) !== now;
  const behind = isOther ? [] : await failedChecks(writer);
  if (isOther)
    await writer.run('INSERT INTO unchecked SELECT DISTINCT tenant, NULL, NULL::TIMESTAMP_NS FROM requests');
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE privileged_by_name AS
     SELECT unnest(from_json($ids, '["VARCHAR"]')) AS id, NULL AS pattern
     UNION ALL SELECT NULL, unnest(from_json($patterns, '["VARCHAR"]'))`,
    { ids: JSON.stringify(privileged.ids), patterns: JSON.stringify(privileged.patterns) },
  );
  await writer.run(concerned);
  const timely = checkIds.filter((id) => !behind.includes(id));
  const failures = await evaluateChecks(writer, timely, evaluated, !isOther);
  if (behind.length > 0) {
    await writer.run('CREATE OR REPLACE TEMP TABLE concerned AS SELECT tenant, request_id FROM requests');
    failures.push(...(await evaluateChecks(writer, behind, evaluated, true)));
  }
  const failed = checkIds.filter((id) => failures.some(({ what }) => what === id));
  await writer.run(`INSERT OR REPLACE INTO facts VALUES ('checks', $now), ('checks-failed', $failed)`, {
    now,
    failed: JSON.stringify(failed),
  });
  await writer.run('DELETE FROM unchecked; DROP TABLE concerned; DROP TABLE privileged_by_name');
  return failures;
}

/** The checks that could not be evaluated the last time; what they said before stands. */
export async function failedChecks(from: Pick<Store, 'all'>): Promise<CheckId[]> {
  const names: unknown = JSON.parse((await fact(from, 'checks-failed')) ?? '[]');
  return checkIds.filter((id) => Array.isArray(names) && names.includes(id));
}

async function fact(from: Pick<Store, 'all'>, name: string): Promise<string | null> {
  const [found] = await from.all<{ value: string }>('SELECT value FROM facts WHERE name = $name', { name });
  return found?.value ?? null;
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

/** Changes with every change of the checks and their numbers. */
const checksPrint = print([concerned, relations, waits, mark, checkIds.map((id) => checks[id].sql)]);

/** Changes with them, or with the packages that are privileged. */
function printOf(privileged: Privileged): string {
  return `${checksPrint} ${print(privileged)}`;
}

function print(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
