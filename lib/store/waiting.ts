import 'server-only';
import { classOf } from './classify';
import { addCount } from './counts';
import { holdsAny } from './holdsAny';
import { isTaken } from './keys';
import type { Writer } from './open';

/** How long another service's record may wait for its request, counted back from the newest record of ours. */
const waitingDays = 30;

/** Other services' records whose request has moved to another tenant, or who have moved themselves, wait again. */
export async function disownUnclaimed(writer: Writer): Promise<void> {
  await writer.run('CREATE OR REPLACE TEMP TABLE disowned (place BIGINT, tenant VARCHAR, key VARCHAR)');
  if (await holdsAny(writer, 'moved WHERE gone AND correlation IS NOT NULL')) await writer.run(disowning);
}

/** What each of them says is read once they are found by their CorrelationId, since most records are no such. */
const disowning = `
INSERT INTO disowned
WITH beside AS MATERIALIZED (
  SELECT rowid AS place FROM records
  WHERE class = 'context' AND lower(trim(correlation_id)) IN (SELECT correlation FROM moved WHERE gone)
)
SELECT i.rowid, i.tenant, i.key FROM records i LEFT JOIN operations o ON o.name = lower(i.operation_name)
WHERE i.rowid IN (SELECT place FROM beside)
  AND (i.tenant, lower(trim(i.correlation_id))) NOT IN (
    SELECT (tenant, correlation) FROM events
    WHERE len(request_ids) > 0 AND correlation IN (SELECT correlation FROM moved WHERE gone AND correlation IS NOT NULL))
  AND ${classOf('i')} = 'waiting';
INSERT INTO left_keys SELECT tenant, key FROM disowned;
UPDATE records SET class = 'waiting', tenant = NULL, key = NULL FROM disowned d WHERE records.rowid = d.place`;

/** Names in `arrived_waiting` the chosen records that begin to wait. Their key is empty from then on. */
export async function noteWaiting(writer: Writer): Promise<void> {
  await writer.run(arrivedWaiting);
  await writer.run(`UPDATE records SET key = '' FROM arrived_waiting a WHERE records.rowid = a.place`);
  await writer.run('DROP TABLE disowned');
}

const arrivedWaiting = `
CREATE OR REPLACE TEMP TABLE arrived_waiting AS
SELECT rowid AS place, coalesce(own_tenant, getvariable('lone_tenant')) AS tenant, lower(trim(correlation_id)) AS correlation FROM records
WHERE class = 'waiting' AND key IS NULL AND (${isTaken} OR rowid IN (SELECT place FROM disowned))`;

/** Takes other services' records whose CorrelationId is a request's in as context, if the one or the other is new: they are `claimed`. */
export const claimWaiting = `
CREATE OR REPLACE TEMP TABLE claimed AS
SELECT rowid AS place FROM records
WHERE class = 'waiting' AND key = '' AND (coalesce(own_tenant, getvariable('lone_tenant')), lower(trim(correlation_id))) IN (
  SELECT (tenant, correlation) FROM moved WHERE NOT gone AND len(request_ids) > 0 AND correlation IS NOT NULL)
UNION
SELECT place FROM arrived_waiting SEMI JOIN (
  SELECT tenant, correlation FROM events SEMI JOIN arrived_waiting USING (tenant, correlation)
  WHERE len(request_ids) > 0) USING (tenant, correlation);
UPDATE records SET class = 'context' FROM claimed c WHERE records.rowid = c.place;
DROP TABLE arrived_waiting`;

/** SQL for the claimed records, each with its `place`. */
export const claimedRecords = `(SELECT rowid AS place, * FROM records WHERE rowid IN (SELECT place FROM claimed))`;

/** Gives up what has waited too long, and counts it. */
export async function pruneWaiting(writer: Writer): Promise<void> {
  const old = `class = 'waiting' AND CAST(coalesce(activity_date_time, time_generated) AS TIMESTAMP_NS)
    < (SELECT max(instant) FROM events WHERE class = 'entitlement')::TIMESTAMP - INTERVAL ${waitingDays} DAY`;
  await addCount(writer, 'elsewhere', `(SELECT count(*) FROM records WHERE ${old})`);
  await writer.run(`DELETE FROM records WHERE ${old}`);
}

/** For the store's version. */
export const waiting = [disowning, arrivedWaiting, claimWaiting];
