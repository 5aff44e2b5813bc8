import 'server-only';
import { createHash } from 'node:crypto';
import { checks } from '../checks/all';
import { relations } from '../checks/relations';
import { thresholds } from '../checks/thresholds';
import { waits } from '../checks/waits';
import { type CheckId, checkIds } from '../request';
import {
  type CheckFailure,
  type Evaluated,
  evaluateChecks,
  mark,
  noFindings,
  replaceFindings,
} from './evaluateChecks';
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
 * new records, since a check looks back. The result is the same as that of evaluating all of them, and is seen at once.
 * A check that fails leaves what it said before, unless that was of another version; it is noted for `failedChecks`
 * and evaluated on everything the next time. What went wrong is answered.
 */
export async function deriveChecks(
  writer: Writer,
  privileged: Privileged,
  evaluated: Evaluated = checks,
): Promise<CheckFailure[]> {
  const now = printOf(privileged);
  const before = await fact(writer, 'checks');
  const isReadable = before?.startsWith(checksPrint) ?? false;
  const failedBefore = await failedChecks(writer);
  const onAll = before === now ? failedBefore.map(({ id }) => id) : checkIds;
  const onConcerned = checkIds.filter((id) => !onAll.includes(id));
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE privileged_by_name AS
     SELECT unnest(from_json($ids, '["VARCHAR"]')) AS id, NULL AS pattern
     UNION ALL SELECT NULL, unnest(from_json($patterns, '["VARCHAR"]'))`,
    { ids: JSON.stringify(privileged.ids), patterns: JSON.stringify(privileged.patterns) },
  );
  await writer.run(noFindings);
  const ofAll = await evaluateOn(writer, everyone, onAll, evaluated);
  const ofConcerned = await evaluateOn(writer, concerned, onConcerned, evaluated);
  await replaceFindings(writer, {
    ofAll: isReadable ? ofAll.told : onAll,
    ofConcerned: ofConcerned.told,
  });
  if (onAll.length > 0) await writer.run(everyone);
  for (const statement of mark) await writer.run(statement);
  const failures = [...ofAll.failures, ...ofConcerned.failures];
  const failed = checkIds.filter((id) => failures.some(({ what }) => what === id));
  const lost = failed.filter(
    (id) => !isReadable || failedBefore.some((each) => each.id === id && !each.isKept),
  );
  await writer.run(
    `INSERT OR REPLACE INTO facts VALUES ('checks', $now), ('checks-failed', $failed), ('checks-lost', $lost)`,
    { now, failed: JSON.stringify(failed), lost: JSON.stringify(lost) },
  );
  await writer.run('DELETE FROM unchecked; DROP TABLE concerned; DROP TABLE privileged_by_name');
  return failures;
}

async function evaluateOn(
  writer: Writer,
  requests: string,
  ids: readonly CheckId[],
  evaluated: Evaluated,
): ReturnType<typeof evaluateChecks> {
  if (ids.length === 0) return { told: [], failures: [] };
  await writer.run(requests);
  return evaluateChecks(writer, ids, evaluated);
}

/** A check that could not be evaluated the last time; `isKept` when what it said before still stands. */
export interface FailedCheck {
  id: CheckId;
  isKept: boolean;
}

/** The checks that could not be evaluated the last time. */
export async function failedChecks(from: Pick<Store, 'all'>): Promise<FailedCheck[]> {
  const [failed, lost] = [await idsIn(from, 'checks-failed'), await idsIn(from, 'checks-lost')];
  return failed.map((id) => ({ id, isKept: !lost.includes(id) }));
}

async function idsIn(from: Pick<Store, 'all'>, name: string): Promise<CheckId[]> {
  const ids: unknown = JSON.parse((await fact(from, name)) ?? '[]');
  return checkIds.filter((id) => Array.isArray(ids) && ids.includes(id));
}

async function fact(from: Pick<Store, 'all'>, name: string): Promise<string | null> {
  const [found] = await from.all<{ value: string }>('SELECT value FROM facts WHERE name = $name', { name });
  return found?.value ?? null;
}

const everyone = 'CREATE OR REPLACE TEMP TABLE concerned AS SELECT tenant, request_id FROM requests';

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
