import 'server-only';
import { noteDerived } from './behind';
import { classOf, printOf } from './classify';
import { addCount } from './counts';
import { noteUnchecked } from './deriveChecks';
import { extractEvents } from './extract';
import { foldSlice } from './fold';
import { linkTouched } from './link';
import { mergedColumns, mergeRepeated } from './merge';
import { namesOfTouched } from './names';
import type { Writer } from './open';
import { markRemovals, unmarkRemovals } from './removals';

/** How long another service's record may wait for its request, counted back from the newest record of ours. */
const waitingDays = 30;
/** Requests folded in one statement. */
const sliceSize = 25_000;

/**
 * Derives events, links, names and requests from what was saved since the last call, for just the requests
 * that the new records touch; the result is the same as that of a rebuild from all records.
 * `tenant` is the configured tenant for records that carry none; null when there is none.
 */
export async function deriveTouched(writer: Writer, tenant: string | null): Promise<void> {
  await mergeRepeated(writer);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE touched_keys (tenant VARCHAR, key VARCHAR);
     CREATE OR REPLACE TEMP TABLE before AS SELECT * FROM events LIMIT 0`,
  );
  await extractFresh(writer, tenant);
  await writer.run(disownUnclaimed);
  await writer.run(claimWaiting);
  await extractFresh(writer, tenant);
  await writer.run(touchedRequests);
  for (const statement of namesOfTouched) await writer.run(statement);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE touched_pairs AS
     SELECT DISTINCT tenant, target_id, package_id FROM requests SEMI JOIN touched USING (tenant, request_id)
     UNION SELECT tenant, user_id, package_id FROM events SEMI JOIN touched_keys USING (tenant, key) WHERE step = 'remove-access'`,
  );
  await writer.run(unmarkRemovals);
  await writer.run(
    'DELETE FROM links USING touched t WHERE links.tenant = t.tenant AND links.request_id = t.request_id',
  );
  await writer.run(
    'DELETE FROM requests USING touched t WHERE requests.tenant = t.tenant AND requests.request_id = t.request_id',
  );
  await writer.run(linkTouched);
  await foldInSlices(writer);
  await writer.run(
    'INSERT INTO touched_pairs SELECT DISTINCT tenant, target_id, package_id FROM requests SEMI JOIN touched USING (tenant, request_id)',
  );
  await writer.run(unmarkRemovals);
  await writer.run(markRemovals);
  await writer.run(noteUnchecked);
  await pruneWaiting(writer);
  await noteDerived(writer, tenant);
  await writer.run(
    'DROP TABLE touched; DROP TABLE renamed_requests; DROP TABLE touched_pairs; DROP TABLE touched_keys; DROP TABLE before; DROP TABLE left_keys; DROP TABLE known',
  );
}

/** Folds so many requests at a time that the memory it takes does not grow with their number. */
async function foldInSlices(writer: Writer): Promise<void> {
  const [touched] = await writer.all<{ n: number }>('SELECT count(*)::DOUBLE AS n FROM touched');
  const slices = Math.ceil((touched?.n ?? 0) / sliceSize);
  for (let slice = 0; slice < slices; slice++) {
    await writer.run(
      `CREATE OR REPLACE TEMP TABLE slice AS SELECT * FROM touched WHERE hash(tenant, request_id) % ${slices} = ${slice}`,
    );
    await writer.run(foldSlice);
  }
  await writer.run('DROP TABLE IF EXISTS slice');
}

/** Decides tenant and key of every record that lacks them or may change them, and names the keys that move. */
async function resolveKeys(writer: Writer, tenant: string | null): Promise<void> {
  const [idless] = await writer.all<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM (SELECT 1 FROM records WHERE id IS NULL AND class <> 'waiting' LIMIT 1)`,
  );
  if (idless?.n)
    await writer.run(
      `UPDATE records AS i SET print = ${printOf('i', false)}, print_cut = ${printOf('i', true)} WHERE print IS NULL AND class <> 'waiting'`,
    );
  await writer.run(
    `SET VARIABLE lone_tenant = coalesce($tenant, (SELECT CASE WHEN count(DISTINCT own_tenant) = 1 THEN min(own_tenant) END FROM records WHERE class IN ('entitlement', 'approval')), 'unknown')`,
    { tenant },
  );
  await writer.run(idless?.n ? resolvedByPrint : resolvedById);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE fresh_keys AS
     SELECT DISTINCT tenant, key FROM (
       SELECT new_tenant AS tenant, new_key AS key FROM resolved
       UNION ALL SELECT tenant, key FROM resolved WHERE key IS NOT NULL
       UNION ALL SELECT tenant, key FROM left_keys)`,
  );
  await writer.run(
    `UPDATE records SET tenant = r.new_tenant, key = r.new_key FROM resolved r
     WHERE records.rid = r.rid AND records.own_tenant IS NOT DISTINCT FROM r.own_tenant AND records.class <> 'waiting'`,
  );
  await writer.run('DROP TABLE resolved');
}

const moves = `key IS NULL OR tenant IS DISTINCT FROM new_tenant OR key IS DISTINCT FROM new_key`;

const resolvedById = `
CREATE OR REPLACE TEMP TABLE resolved AS
SELECT rid, own_tenant, tenant, key, coalesce(own_tenant, getvariable('lone_tenant')) AS new_tenant, id AS new_key
FROM records WHERE class <> 'waiting' AND (${moves})`;

/** A record without an `Id` takes that of its equal, else a surrogate that its cut copies share. */
const resolvedByPrint = `
CREATE OR REPLACE TEMP TABLE resolved AS
WITH placed AS (
  SELECT *, coalesce(own_tenant, getvariable('lone_tenant')) AS new_tenant FROM records WHERE class <> 'waiting'
), whole AS (
  SELECT new_tenant, print, min(id) AS id FROM placed WHERE id IS NOT NULL GROUP BY ALL
), cut AS (
  SELECT new_tenant, print_cut, min(coalesce(id, 'none:' || print)) AS id FROM placed WHERE NOT targets_cut GROUP BY ALL
), keyed AS (
  SELECT p.*, coalesce(p.id, w.id, CASE WHEN p.targets_cut THEN c.id END, 'none:' || p.print) AS new_key
  FROM placed p LEFT JOIN whole w ON w.new_tenant = p.new_tenant AND w.print = p.print
  LEFT JOIN cut c ON c.new_tenant = p.new_tenant AND c.print_cut = p.print_cut
)
SELECT rid, own_tenant, tenant, key, new_tenant, new_key FROM keyed WHERE ${moves}`;

/** Replaces the events of records that are new or have moved; `before` keeps what the old ones tied together. */
async function extractFresh(writer: Writer, tenant: string | null): Promise<void> {
  await resolveKeys(writer, tenant);
  await writer.run(
    'INSERT INTO before BY NAME SELECT * FROM events SEMI JOIN fresh_keys USING (tenant, key)',
  );
  await writer.run(
    'DELETE FROM events USING fresh_keys t WHERE events.tenant = t.tenant AND events.key = t.key',
  );
  await writer.run(`INSERT INTO events BY NAME ${extractEvents(`(${mergedRecords})`)}`);
  await writer.run('INSERT INTO touched_keys SELECT * FROM fresh_keys; DROP TABLE fresh_keys');
}

/** Copies of one record that met under one key, such as one from an export without ids, are merged here. */
const mergedRecords = `
  WITH found AS (SELECT * FROM records SEMI JOIN fresh_keys USING (tenant, key) WHERE class <> 'waiting'),
  several AS (SELECT tenant, key FROM found GROUP BY ALL HAVING count(*) > 1)
  SELECT * EXCLUDE (rid, own_tenant, print, print_cut) FROM found ANTI JOIN several USING (tenant, key)
  UNION ALL BY NAME
  SELECT tenant, key, min(class) AS class, ${mergedColumns} FROM found SEMI JOIN several USING (tenant, key) GROUP BY tenant, key`;

/** Other services' records whose request has moved to another tenant, or who have moved themselves, wait again. */
const disownUnclaimed = `
CREATE OR REPLACE TEMP TABLE disowned AS
SELECT i.rid, i.own_tenant, i.tenant, i.key FROM records i LEFT JOIN operations o ON o.name = lower(i.operation_name)
WHERE i.class = 'context' AND lower(trim(i.correlation_id)) IN (SELECT correlation FROM before)
  AND (i.tenant, lower(trim(i.correlation_id))) NOT IN (
    SELECT (tenant, correlation) FROM events WHERE len(request_ids) > 0 AND correlation IS NOT NULL)
  AND ${classOf('i')} = 'waiting';
INSERT INTO left_keys SELECT tenant, key FROM disowned;
UPDATE records SET class = 'waiting', tenant = NULL, key = NULL FROM disowned d
WHERE records.rid = d.rid AND records.own_tenant IS NOT DISTINCT FROM d.own_tenant;
DROP TABLE disowned`;

/** Takes other services' records whose CorrelationId is a request's in as context. */
const claimWaiting = `
UPDATE records SET class = 'context'
WHERE class = 'waiting' AND (coalesce(own_tenant, getvariable('lone_tenant')), lower(trim(correlation_id))) IN (
  SELECT (tenant, correlation) FROM events WHERE len(request_ids) > 0 AND correlation IS NOT NULL)`;

/** The requests that old or new forms of the touched events belong to, and those that lose a link to them. */
const touchedRequests = `
CREATE OR REPLACE TEMP TABLE known AS SELECT DISTINCT tenant, unnest(request_ids) AS request_id FROM events;
CREATE OR REPLACE TEMP TABLE touched AS
WITH moved AS (
  SELECT tenant, key, correlation, request_ids, target_ids FROM before
  UNION ALL SELECT e.tenant, e.key, e.correlation, e.request_ids, e.target_ids FROM events e SEMI JOIN touched_keys USING (tenant, key)
), ids AS (
  SELECT tenant, unnest(request_ids) AS request_id FROM moved
  UNION SELECT t.tenant, t.id FROM (SELECT tenant, unnest(target_ids) AS id FROM moved) t
    JOIN known k ON k.tenant = t.tenant AND k.request_id = t.id
  UNION SELECT l.tenant, l.request_id FROM links l SEMI JOIN touched_keys USING (tenant, key)
  UNION SELECT e.tenant, unnest(e.request_ids) FROM events e
    SEMI JOIN (SELECT DISTINCT tenant, correlation FROM moved WHERE correlation IS NOT NULL) c
      ON c.tenant = e.tenant AND c.correlation = e.correlation
)
SELECT tenant, request_id FROM ids WHERE request_id IS NOT NULL
UNION
SELECT l.tenant, l.request_id FROM links l SEMI JOIN (
  SELECT e.tenant, e.key FROM (SELECT tenant, key, unnest(target_ids) AS id FROM events WHERE len(request_ids) = 0) e
  SEMI JOIN ids i ON i.tenant = e.tenant AND i.request_id = e.id) again USING (tenant, key)`;

async function pruneWaiting(writer: Writer): Promise<void> {
  const old = `class = 'waiting' AND CAST(coalesce(activity_date_time, time_generated) AS TIMESTAMP_NS)
    < (SELECT max(instant) FROM events WHERE class = 'entitlement')::TIMESTAMP - INTERVAL ${waitingDays} DAY`;
  await addCount(writer, 'elsewhere', `(SELECT count(*) FROM records WHERE ${old})`);
  await writer.run(`DELETE FROM records WHERE ${old}`);
}

/** What is derived by statements of this file, for the store's version. */
export const derivation = [
  resolvedById,
  resolvedByPrint,
  mergedRecords,
  disownUnclaimed,
  claimWaiting,
  touchedRequests,
];
