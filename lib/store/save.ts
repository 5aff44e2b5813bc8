import 'server-only';
import type { AuditRecord } from '../audit/record';
import { classOf, printOf } from './classify';
import type { Writer } from './open';
import { recordColumns } from './schema';

const columns = [...recordColumns, 'targets_cut', 'details_cut'];

/**
 * Keeps records as ground state: one row per own tenant and `Id` (or content digest), the same key merged
 * whatever the order of arrival. Records of other services are counted, and kept only while a request may
 * still claim their CorrelationId. Nothing is derived here.
 */
export async function saveRecords(writer: Writer, records: readonly AuditRecord[]): Promise<void> {
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE incoming (${recordColumns.map((c) => `${c} VARCHAR`).join(', ')}, targets_cut BOOLEAN, details_cut BOOLEAN)`,
  );
  await append(writer, records);
  await writer.run(batch);
  await count(writer, 'read', 'SELECT count(*) FROM incoming');
  await count(writer, 'elsewhere', `SELECT count(*) FROM batch WHERE class = 'elsewhere'`);
  await writer.run(`DELETE FROM batch WHERE class = 'elsewhere'`);
  await writer.run(repeated);
  await count(writer, 'duplicates', 'SELECT coalesce(sum(copies), 0) FROM repeated');
  await writer.run(`INSERT INTO records BY NAME SELECT b.* EXCLUDE (owner) FROM batch b ANTI JOIN repeated r USING (rid, owner)`);
  await writer.run(merged);
  await writer.run(
    `DELETE FROM records USING merged m WHERE records.rid = m.rid AND coalesce(records.own_tenant, '') = m.owner`,
  );
  await writer.run('INSERT INTO records BY NAME SELECT * EXCLUDE (owner) FROM merged');
  await writer.run('DROP TABLE incoming; DROP TABLE batch; DROP TABLE repeated; DROP TABLE merged');
}

async function append(writer: Writer, records: readonly AuditRecord[]): Promise<void> {
  const appender = await writer.connection.createAppender('incoming', null, 'temp');
  for (const record of records) {
    for (const value of valuesOf(record)) {
      if (value === null) appender.appendNull();
      else if (typeof value === 'boolean') appender.appendBoolean(value);
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** In the order of `recordColumns`. */
function valuesOf(record: AuditRecord): (string | boolean | null)[] {
  return [
    record.id,
    record.tenant,
    record.timeGenerated,
    record.activityDateTime,
    record.operationName,
    record.operationType,
    record.category,
    record.loggedByService,
    record.result,
    record.resultReason,
    record.identity,
    record.correlationId,
    record.callerIp,
    record.initiatedBy,
    record.targetResources,
    record.additionalDetails,
    record.further,
    record.targetsCut,
    record.detailsCut,
  ];
}

/** A record without an `Id` is known by the digest of all it says. */
const batch = `
CREATE OR REPLACE TEMP TABLE batch AS
SELECT coalesce(nullif(i.id, ''), 'content:' || md5(concat_ws(chr(31), ${columns.map((c) => `coalesce(CAST(i.${c} AS VARCHAR), chr(30))`).join(', ')}))) AS rid,
  i.*, coalesce(i.own_tenant, '') AS owner, ${classOf('i')} AS class,
  CASE WHEN nullif(i.id, '') IS NULL THEN ${printOf('i', false)} END AS print,
  CASE WHEN nullif(i.id, '') IS NULL THEN ${printOf('i', true)} END AS print_cut
FROM incoming i LEFT JOIN operations o ON o.name = lower(i.operation_name)`;

const repeated = `
CREATE OR REPLACE TEMP TABLE repeated AS
SELECT rid, owner, count(*) - 1 AS copies FROM (
  SELECT rid, owner FROM batch
  UNION ALL
  SELECT k.rid, k.owner FROM (SELECT rid, coalesce(own_tenant, '') AS owner FROM records) k
  SEMI JOIN batch b USING (rid, owner)
) GROUP BY ALL HAVING count(*) > 1`;

/** Column by column the greatest text, so that a filled field beats a missing one in any order. */
export const mergedColumns = [
  ...recordColumns.filter((c) => c !== 'own_tenant').map((c) => `max(${c}) AS ${c}`),
  'bool_and(targets_cut) AS targets_cut',
  'bool_and(details_cut) AS details_cut',
].join(', ');

const merged = `
CREATE OR REPLACE TEMP TABLE merged AS
WITH found AS (
  SELECT * FROM batch SEMI JOIN repeated USING (rid, owner)
  UNION ALL BY NAME
  SELECT k.* FROM (SELECT *, coalesce(own_tenant, '') AS owner FROM records) k SEMI JOIN repeated USING (rid, owner)
), one AS (
  SELECT rid, owner, nullif(owner, '') AS own_tenant, ${mergedColumns},
    max(print) AS print, max(print_cut) AS print_cut FROM found GROUP BY rid, owner
), classed AS (
  SELECT i.*, ${classOf('i')} AS found_class FROM one i LEFT JOIN operations o ON o.name = lower(i.operation_name)
)
SELECT c.* EXCLUDE (found_class),
  CASE WHEN found_class = 'waiting' AND k.class = 'context' THEN 'context' ELSE found_class END AS class, k.tenant, k.key
FROM classed c LEFT JOIN (SELECT *, coalesce(own_tenant, '') AS owner FROM records) k USING (rid, owner)
WHERE k.rid IS NULL OR NOT (${recordColumns.map((c) => `k.${c} IS NOT DISTINCT FROM c.${c}`).join(' AND ')})`;

async function count(writer: Writer, name: string, query: string): Promise<void> {
  await writer.run(
    `INSERT INTO counts SELECT '${name}', (${query}) ON CONFLICT (name) DO UPDATE SET value = counts.value + excluded.value`,
  );
}
