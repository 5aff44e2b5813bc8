import 'server-only';
import { printOf } from './classify';
import { holdsAny } from './holdsAny';
import type { Writer } from './open';

/**
 * SQL for the records that nothing is derived from yet, or whose tenant is decided anew, and that `when` holds of. It has
 * two halves, since DuckDB leaves out stretches of rows by one condition, and not by either of two.
 */
const pending = (when = 'true') => `(
  SELECT rowid AS place, * FROM records WHERE key IS NULL AND ${when}
  UNION ALL
  SELECT rowid, * FROM records WHERE key IS NOT NULL AND own_tenant IS NULL AND class <> 'waiting'
    AND tenant IS DISTINCT FROM getvariable('lone_tenant') AND ${when})`;

/** SQL for whether a record is among the chosen ones: one of the first pending, or merged since they were chosen. */
export const isTaken = `(rowid <= getvariable('last_taken') OR rowid > getvariable('last_saved'))`;

/** SQL for the chosen records that have no tenant and key yet, or others than they should have. */
export const freshRecords = pending(isTaken);

/**
 * Chooses the first `most` of the records that are to be derived, all when undefined, in the order in which they were
 * saved, and answers whether some are left. Records without a tenant are of the configured one, else of the only one in
 * the data, else of an unknown one.
 */
export async function chooseRecords(
  writer: Writer,
  tenant: string | null,
  most: number | undefined,
): Promise<boolean> {
  await writer.run(
    `SET VARIABLE lone_tenant = coalesce($tenant, (SELECT CASE WHEN min(own_tenant) = max(own_tenant) THEN min(own_tenant) END FROM records WHERE class IN ('entitlement', 'approval')), 'unknown')`,
    { tenant },
  );
  await writer.run(
    `UPDATE records SET key = NULL WHERE class = 'waiting' AND key IS NOT NULL AND own_tenant IS NULL
       AND getvariable('lone_tenant') IS DISTINCT FROM (SELECT value FROM facts WHERE name = 'lone tenant');
     INSERT OR REPLACE INTO facts VALUES ('lone tenant', getvariable('lone_tenant'));
     SET VARIABLE last_saved = (SELECT coalesce(max(rowid), -1) FROM records);
     SET VARIABLE last_taken = getvariable('last_saved')`,
  );
  if (most === undefined) return false;
  const [found] = await writer.all<{ n: number }>(`SELECT count(*)::DOUBLE AS n FROM ${pending()}`);
  if ((found?.n ?? 0) <= most) return false;
  await writer.run(
    `SET VARIABLE last_taken = (SELECT max(place) FROM (SELECT place FROM ${pending()} ORDER BY place LIMIT ${most}))`,
  );
  return true;
}

/**
 * Decides tenant and key of the `records` (SQL), each with its `place`, and of those without an `Id` that this changes.
 * Names in `fresh_keys` the keys that are new, that moved or that were left, and in `fresh_places` the decided records.
 */
export async function resolveKeys(writer: Writer, records: string): Promise<void> {
  const isIdless = await holdsAny(writer, `records WHERE id IS NULL AND class <> 'waiting'`);
  if (isIdless) await writer.run(printed);
  await writer.run(resolvedById(records));
  if (isIdless) await writer.run(resolvedByPrint(records));
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE fresh_keys AS
     SELECT DISTINCT tenant, key FROM (
       SELECT new_tenant AS tenant, new_key AS key FROM resolved
       UNION ALL SELECT tenant, key FROM resolved
       UNION ALL SELECT tenant, key FROM left_keys)
     WHERE tenant IS NOT NULL AND key IS NOT NULL`,
  );
  await writer.run(
    `UPDATE records SET tenant = r.new_tenant, key = r.new_key FROM resolved r WHERE records.rowid = r.place;
     CREATE OR REPLACE TEMP TABLE fresh_places AS SELECT place, new_tenant AS tenant, new_key AS key FROM resolved;
     DROP TABLE resolved; DELETE FROM left_keys`,
  );
}

const instant = 'CAST(coalesce(activity_date_time, time_generated) AS TIMESTAMP_NS)';

/** Only a record of the same instant can be the equal of one without an `Id`. */
const printed = `
UPDATE records AS i SET print = ${printOf('i', false)}, print_cut = ${printOf('i', true)}
WHERE print IS NULL AND class <> 'waiting'
  AND ${instant} IN (SELECT ${instant} FROM records WHERE id IS NULL AND class <> 'waiting')`;

const newTenant = `coalesce(own_tenant, getvariable('lone_tenant'))`;

const resolvedById = (records: string) => `
CREATE OR REPLACE TEMP TABLE resolved AS
SELECT place, tenant, key, ${newTenant} AS new_tenant, id AS new_key
FROM ${records} WHERE class <> 'waiting' AND id IS NOT NULL`;

/** A record without an `Id` takes that of its equal, else a surrogate that its cut copies share. */
const resolvedByPrint = (records: string) => `
INSERT INTO resolved
WITH idless AS MATERIALIZED (
  SELECT rowid AS place, tenant, key, ${newTenant} AS new_tenant, print, print_cut, targets_cut, rowid IN (SELECT place FROM ${records}) AS fresh
  FROM records WHERE class <> 'waiting' AND id IS NULL
), whole AS (
  SELECT ${newTenant} AS new_tenant, print, min(id) AS id FROM records
  WHERE class <> 'waiting' AND id IS NOT NULL AND print IN (SELECT print FROM idless) GROUP BY ALL
), cut AS (
  SELECT ${newTenant} AS new_tenant, print_cut, min(coalesce(id, 'none:' || print)) AS id FROM records
  WHERE class <> 'waiting' AND NOT targets_cut AND print_cut IN (SELECT print_cut FROM idless WHERE targets_cut) GROUP BY ALL
), keyed AS (
  SELECT p.*, coalesce(w.id, CASE WHEN p.targets_cut THEN c.id END, 'none:' || p.print) AS new_key
  FROM idless p LEFT JOIN whole w ON w.new_tenant = p.new_tenant AND w.print = p.print
  LEFT JOIN cut c ON c.new_tenant = p.new_tenant AND c.print_cut = p.print_cut
)
SELECT place, tenant, key, new_tenant, new_key FROM keyed
WHERE fresh OR (key IS NOT NULL AND tenant IS NOT DISTINCT FROM new_tenant AND key IS DISTINCT FROM new_key)`;

/** For the store's version. */
export const keying = [pending(), printed, resolvedById(freshRecords), resolvedByPrint(freshRecords)];
