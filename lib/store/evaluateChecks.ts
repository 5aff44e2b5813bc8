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

/**
 * Evaluates checks on the requests of the temporary table `concerned` (tenant, request_id), each by itself, and puts
 * what they say in the place of what they said. A check that fails leaves that, unless `keeps` is false. What went
 * wrong is answered. The writer's transaction is ended several times, so that one failure does not undo the rest.
 */
export async function evaluateChecks(
  writer: Writer,
  ids: readonly CheckId[],
  evaluated: Evaluated,
  keeps: boolean,
): Promise<CheckFailure[]> {
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
  await writer.run('DROP VIEW IF EXISTS waits');
  await writer.run('CREATE OR REPLACE TEMP TABLE found AS SELECT * FROM checks LIMIT 0');
  for (const [name, sql] of Object.entries(relations)) {
    await writer.run(`DROP TABLE IF EXISTS ${name}`);
    await apart(name, `CREATE TEMP TABLE ${name} AS ${sql}`);
  }
  await apart('waits', `CREATE TEMP VIEW waits AS ${waits}`);
  const told: CheckId[] = [];
  for (const id of ids) if (await apart(id, finding(id, evaluated[id].sql))) told.push(id);
  await writer.run('COMMIT; BEGIN');
  const replaced = keeps ? told : ids;
  const list = replaced.map((id) => `'${id}'`).join(', ');
  if (replaced.length > 0)
    await writer.run(
      `DELETE FROM checks USING concerned c WHERE checks.tenant = c.tenant AND checks.request_id = c.request_id AND checks.id IN (${list})`,
    );
  await writer.run(
    `DELETE FROM checks USING (SELECT DISTINCT tenant, request_id FROM checks ANTI JOIN requests USING (tenant, request_id)) gone
     WHERE checks.tenant = gone.tenant AND checks.request_id = gone.request_id`,
  );
  await writer.run('INSERT INTO checks SELECT * FROM found');
  for (const statement of mark) await writer.run(statement);
  await writer.run(
    `DROP VIEW IF EXISTS waits; ${temporary.map((name) => `DROP TABLE IF EXISTS ${name};`).join(' ')}`,
  );
  return failures;
}

const temporary = ['found', ...Object.keys(relations)];

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
