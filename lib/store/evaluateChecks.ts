import 'server-only';
import type { Check } from '../checks/check';
import { relations } from '../checks/relations';
import { waits } from '../checks/waits';
import type { CheckId } from '../request';
import { markOf, rankOf } from './marks';
import type { Writer } from './open';

/** What went wrong while checks were evaluated: a check, or a relation that checks read. */
export interface CheckFailure {
  what: string;
  cause: unknown;
}

/** The checks to evaluate, each by its SQL. */
export type Evaluated = Readonly<Record<CheckId, Pick<Check, 'sql'>>>;

/** Makes room for what checks find; to be called before any of them is evaluated. */
export const noFindings = 'CREATE OR REPLACE TEMP TABLE found AS SELECT * FROM checks LIMIT 0';

/**
 * Evaluates checks on the requests of the temporary table `concerned` (tenant, request_id), each by itself, and adds
 * what they say to the temporary table `found`. Answers which of them could be evaluated, and what went wrong. The
 * writer's transaction is ended several times, so that one failure does not undo the rest: nothing that readers see
 * may be changed in it before.
 */
export async function evaluateChecks(
  writer: Writer,
  ids: readonly CheckId[],
  evaluated: Evaluated,
): Promise<{ told: CheckId[]; failures: CheckFailure[] }> {
  const failures: CheckFailure[] = [];
  const apart = async (what: string, sql: string) => {
    await writer.run('COMMIT; BEGIN');
    const cause = await writer.run(sql).then(
      () => null,
      (error: unknown) => error ?? 'no cause',
    );
    if (cause === null) return true;
    failures.push({ what, cause });
    await writer.run('ROLLBACK; BEGIN');
    return false;
  };
  await dropRelations(writer);
  for (const [name, sql] of Object.entries(relations))
    await apart(name, `CREATE TEMP TABLE ${name} AS ${sql}`);
  await apart('waits', `CREATE TEMP VIEW waits AS ${waits}`);
  const told: CheckId[] = [];
  for (const id of ids) if (await apart(id, finding(id, evaluated[id].sql))) told.push(id);
  await writer.run('COMMIT; BEGIN');
  await dropRelations(writer);
  return { told, failures };
}

/** Puts what was found in the place of what these checks said of the concerned requests, or of all. */
export async function replaceFindings(
  writer: Writer,
  { ofConcerned, ofAll }: { ofConcerned: readonly CheckId[]; ofAll: readonly CheckId[] },
): Promise<void> {
  await writer.run(
    `DELETE FROM checks USING concerned c WHERE checks.tenant = c.tenant AND checks.request_id = c.request_id AND ${among(ofConcerned)};
     DELETE FROM checks WHERE ${among(ofAll)}`,
  );
  await writer.run(
    `DELETE FROM checks USING (SELECT DISTINCT tenant, request_id FROM checks ANTI JOIN requests USING (tenant, request_id)) gone
     WHERE checks.tenant = gone.tenant AND checks.request_id = gone.request_id`,
  );
  await writer.run('INSERT INTO checks SELECT * FROM found; DROP TABLE found');
}

const among = (ids: readonly CheckId[]) =>
  ids.length === 0 ? 'false' : `checks.id IN (${ids.map((id) => `'${id}'`).join(', ')})`;

async function dropRelations(writer: Writer): Promise<void> {
  const tables = Object.keys(relations).map((name) => `DROP TABLE IF EXISTS ${name};`);
  await writer.run(`DROP VIEW IF EXISTS waits; ${tables.join(' ')}`);
}

const finding = (id: CheckId, sql: string) => `
INSERT INTO found BY NAME
SELECT tenant, request_id, '${id}' AS id, strength, to_json(facts)::VARCHAR AS facts, limits,
  list_filter(records, key -> key IS NOT NULL) AS records
FROM (${sql}) SEMI JOIN concerned USING (tenant, request_id)`;

/** Puts the marks of the concerned requests where they changed, and notes those. */
export const mark = [
  `CREATE OR REPLACE TEMP TABLE marked AS
   SELECT r.tenant, r.request_id, m.marks, m.worth FROM (
     SELECT c.tenant, c.request_id, coalesce(bit_or(${markOf('k.id', 'k.strength')}), 0)::UBIGINT AS marks,
       (coalesce(max(${rankOf('k.strength')}), 0) * 100 + count(k.strength))::USMALLINT AS worth
     FROM concerned c LEFT JOIN checks k ON k.tenant = c.tenant AND k.request_id = c.request_id
     GROUP BY ALL
   ) m JOIN requests r USING (tenant, request_id)
   WHERE r.marks IS DISTINCT FROM m.marks OR r.worth IS DISTINCT FROM m.worth`,
  `UPDATE requests SET marks = m.marks, worth = m.worth FROM marked m
   WHERE requests.tenant = m.tenant AND requests.request_id = m.request_id`,
  'INSERT INTO changed SELECT tenant, request_id FROM marked; DROP TABLE marked',
];
