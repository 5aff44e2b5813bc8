import 'server-only';
import { classOf } from './classify';
import { addCount } from './counts';
import { holdsAny } from './holdsAny';
import type { Writer } from './open';
import { recordColumns } from './schema';

/** Of several JSON texts the one with the most filled members, so that a filled field beats a missing one inside too. */
const richest = (column: string, cut = 'false') =>
  `max(CASE WHEN ${column} IS NOT NULL THEN struct_pack(
    filled := len(regexp_extract_all(${column}, '":\\s*[^n\\[{"\\s]|":\\s*"[^"]|":\\s*[\\[{]\\s*[^\\]}\\s]')),
    whole := NOT coalesce(${cut}, false), said := ${column}) END)`;
const dynamic: Record<string, string> = {
  initiated_by: richest('initiated_by'),
  target_resources: richest('target_resources', 'targets_cut'),
  additional_details: richest('additional_details', 'details_cut'),
};

/** A record is as old as its first copy, and of every workspace that holds one. */
const mergedSpecially: Record<string, string> = {
  ingested: 'min(ingested)',
  workspaces: `array_to_string(list_sort(list_distinct(flatten(list(string_split(workspaces, ',')) FILTER (workspaces IS NOT NULL)))), ',')`,
};

/** Column by column the filled or fullest text, then the greatest, so that the order of arrival changes nothing. */
export const mergedColumns = [
  ...recordColumns
    .filter((c) => c !== 'own_tenant')
    .map((c) => `${mergedSpecially[c] ?? (dynamic[c] ? `${dynamic[c]}.said` : `max(${c})`)} AS ${c}`),
  `coalesce(NOT ${dynamic.target_resources}.whole, bool_and(targets_cut)) AS targets_cut`,
  `coalesce(NOT ${dynamic.additional_details}.whole, bool_and(details_cut)) AS details_cut`,
].join(', ');

/**
 * Merges the copies of one own tenant and `Id` into one row. A row that a copy adds nothing
 * to keeps its key, so that nothing is derived again; any other is left without one, and `left_keys` holds those
 * that it had. Looks for copies of the records without a key that `when` holds of.
 */
export async function mergeRepeated(writer: Writer, when: string): Promise<void> {
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE repeated AS
     SELECT rid, owner, count(*) - 1 AS copies
     FROM (SELECT rid, coalesce(own_tenant, '') AS owner FROM records) k
     SEMI JOIN (SELECT rid, coalesce(own_tenant, '') AS owner FROM records WHERE key IS NULL AND ${when}) USING (rid, owner)
     GROUP BY ALL HAVING count(*) > 1`,
  );
  await addCount(writer, 'duplicates', '(SELECT coalesce(sum(copies), 0) FROM repeated)');
  await writer.run('CREATE OR REPLACE TEMP TABLE left_keys (tenant VARCHAR, key VARCHAR)');
  if (await holdsAny(writer, 'repeated')) for (const statement of merging) await writer.run(statement);
  await writer.run('DROP TABLE repeated');
}

const same = [...recordColumns, 'targets_cut', 'details_cut']
  .map((c) => `k.${c} IS NOT DISTINCT FROM c.${c}`)
  .join(' AND ');

const merged = `
CREATE OR REPLACE TEMP TABLE merged AS
WITH found AS MATERIALIZED (
  SELECT *, coalesce(own_tenant, '') AS owner FROM records WHERE rowid IN (SELECT place FROM copies)
), one AS (
  SELECT rid, owner, nullif(owner, '') AS own_tenant, ${mergedColumns}
  FROM found GROUP BY rid, owner
), classed AS (
  SELECT i.*, ${classOf('i')} AS found_class FROM one i LEFT JOIN operations o ON o.name = lower(i.operation_name)
)
SELECT c.* EXCLUDE (found_class),
  CASE WHEN found_class = 'waiting' AND ${same} THEN k.class ELSE found_class END AS class,
  CASE WHEN ${same} THEN k.tenant END AS tenant, CASE WHEN ${same} THEN k.key END AS key,
  CASE WHEN ${same} THEN k.print END AS print, CASE WHEN ${same} THEN k.print_cut END AS print_cut
FROM classed c LEFT JOIN (SELECT * FROM found WHERE key IS NOT NULL) k ON k.rid = c.rid AND k.owner = c.owner`;

/** SQL that puts one row in the place of the copies that `repeated` names. They are found by two columns before the others are read. */
export const merging = [
  `CREATE OR REPLACE TEMP TABLE copies AS
   SELECT place FROM (SELECT rowid AS place, rid, coalesce(own_tenant, '') AS owner FROM records) SEMI JOIN repeated USING (rid, owner)`,
  merged,
  `INSERT INTO left_keys SELECT tenant, key FROM records WHERE key IS NOT NULL AND rowid IN (SELECT place FROM copies)`,
  'DELETE FROM records WHERE rowid IN (SELECT place FROM copies)',
  'INSERT INTO records BY NAME SELECT * EXCLUDE (owner) FROM merged',
  'DROP TABLE copies; DROP TABLE merged',
];
