import type { Clause } from '../filter/clause';
import { type Condition, scoped } from './where';

/** SQL for the columns of `Beside` that are no names, from `requests r` and what `removalBeside` joins to it. */
export const removalColumns =
  'r.marks::DOUBLE AS marks, removed.at_text AS "removedAt", removed.record AS "removedRecord"';

/**
 * SQL that joins the removal of a request `r` as other records tell it. One that is told by a record outside the scope
 * among `clauses` is not known.
 */
export function removalBeside(clauses: readonly Clause[]): Condition {
  const bounds = clauses.filter(
    (clause) => clause.kind === 'scope' && clause.grants.some(({ workspaces }) => workspaces !== null),
  );
  const { sql, bindings } = scoped(bounds, { package: 'e.package_id', workspaces: 'e.workspaces' });
  const known =
    bounds.length === 0
      ? 'removed'
      : `(SELECT d.* FROM removed d JOIN events e ON e.tenant = d.tenant AND e.key = d.record WHERE ${sql}) removed`;
  return {
    sql: `LEFT JOIN ${known} ON removed.tenant = r.tenant AND removed.request_id = r.request_id`,
    bindings,
  };
}
