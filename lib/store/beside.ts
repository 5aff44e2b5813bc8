import type { Clause } from '../filter/clause';
import { isKnownIn } from './names';
import { type Condition, scoped } from './where';

/** SQL for the columns of `Beside` that are no names, from `requests r` and what `removalBeside` joins to it. */
export const removalColumns =
  'r.marks::DOUBLE AS marks, removed.at_text AS "removedAt", removed.record AS "removedRecord"';

/** SQL for the columns of `Beside`, from `requests r` and what `besideRow` joins to it. */
export const besideColumns = `${removalColumns},
  package_now.name AS "packageNow", policy_now.name AS "policyNow", requestor_now.name AS "requestorNow", target_now.name AS "targetNow"`;

/** SQL that joins what lies beside a request `r`: its removal, and the names of today. */
export function besideRow(clauses: readonly Clause[]): Condition {
  const { sql, bindings } = removalBeside(clauses);
  return { sql: `${sql}${namesBeside}`, bindings };
}

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

const namesBeside = `${(['package', 'policy', 'requestor', 'target'] as const)
  .map(
    (field) => `
LEFT JOIN names ${field}_now ON ${field}_now.tenant = r.tenant AND ${field}_now.id = r.${field}_id
  AND ${field}_now.kind = '${field === 'package' || field === 'policy' ? field : 'person'}' AND ${isKnownIn(`${field}_now`, 'r.workspaces')}`,
  )
  .join('')}`;
