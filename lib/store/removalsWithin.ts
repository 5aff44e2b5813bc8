import type { Clause } from '../filter/clause';
import { type Condition, scoped } from './where';

/**
 * SQL for a relation of the removals of requests as other records tell them. One that is told by a record outside the
 * scope among `clauses` is not among them.
 */
export function removalsWithin(clauses: readonly Clause[]): Condition {
  const bounds = clauses.filter(
    (clause) => clause.kind === 'scope' && clause.grants.some(({ workspaces }) => workspaces !== null),
  );
  if (bounds.length === 0) return { sql: 'removed', bindings: {} };
  const { sql, bindings } = scoped(bounds, { package: 'e.package_id', workspaces: 'e.workspaces' });
  return {
    sql: `(SELECT d.* FROM removed d JOIN events e ON e.tenant = d.tenant AND e.key = d.record WHERE ${sql})`,
    bindings,
  };
}
