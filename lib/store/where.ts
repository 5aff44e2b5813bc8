import type { AnyOfField, Clause, OneOfField } from '../filter/clause';
import type { Bindings } from './open';

/** A condition over `requests` (alias `r`) and the values it binds. */
export interface Condition {
  sql: string;
  bindings: Bindings;
}

const oneOf: Record<Exclude<OneOfField, 'approverReason'>, string> = {
  outcome: 'r.outcome',
  delivery: 'r.delivery',
  kind: 'r.kind',
  userType: 'r.user_type',
  requestorReason: 'r.reason_state',
  tenant: 'r.tenant',
};

const anyOf: Record<Exclude<AnyOfField, 'approver'>, { id: string; names: string[]; kind: string }> = {
  package: { id: 'r.package_id', names: ['r.package'], kind: 'package' },
  policy: { id: 'r.policy_id', names: ['r.policy'], kind: 'policy' },
  requestor: { id: 'r.requestor_id', names: ['r.requestor', 'r.requestor_name'], kind: 'person' },
  target: { id: 'r.target_id', names: ['r.target', 'r.target_name'], kind: 'person' },
};

/** Turns clauses into one SQL condition; every value is bound. No clause gives `true`. */
export function where(clauses: readonly Clause[]): Condition {
  const bindings: Bindings = {};
  const bind = (value: string | number) => {
    const name = `v${Object.keys(bindings).length}`;
    bindings[name] = value;
    return `$${name}`;
  };
  const parts = clauses.map((clause) => `(${conditionOf(clause, bind)})`);
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'true', bindings };
}

type Bind = (value: string | number) => string;

function conditionOf(clause: Clause, bind: Bind): string {
  switch (clause.kind) {
    case 'one-of': {
      const values = `[${clause.values.map(bind).join(', ')}]`;
      const found =
        clause.field === 'approverReason'
          ? `list_has_any(r.approver_states, ${values}::VARCHAR[])`
          : `list_contains(${values}::VARCHAR[], ${oneOf[clause.field]})`;
      return negate(clause.not, found);
    }
    case 'any-of':
      return negate(clause.not, anyOfCondition(clause, bind));
    case 'text': {
      const found = clause.terms.map((term) => textCondition(bind(term)));
      return clause.not ? `NOT (${found.join(' OR ') || 'false'})` : found.join(' AND ') || 'true';
    }
    case 'number-range':
      return range('r.took', clause.min, clause.max, bind);
    case 'time-range':
      return range(
        clause.of === 'decided' ? 'coalesce(r.decided, r.first)' : 'coalesce(r.requested, r.first)',
        clause.from,
        clause.to,
        (value) => `CAST(${bind(value)} AS TIMESTAMP_NS)`,
      );
  }
}

function anyOfCondition(clause: Extract<Clause, { kind: 'any-of' }>, bind: Bind): string {
  const ids = clause.ids.map(bind);
  const texts = clause.texts.map(bind);
  if (clause.field === 'approver')
    return either([
      ids.length > 0 ? `list_has_any(r.approver_ids, [${ids.join(', ')}]::VARCHAR[])` : null,
      ...texts.map((text) => `contains(r.approver_text, ${text})`),
    ]);
  const { id, names, kind } = anyOf[clause.field];
  return either([
    ids.length > 0 ? `list_contains([${ids.join(', ')}]::VARCHAR[], ${id})` : null,
    ...texts.flatMap((text) => [
      ...names.map((name) => `contains(lower(nfc_normalize(${name})), ${text})`),
      `(r.tenant, ${id}) IN (SELECT (n.tenant, n.id) FROM names n WHERE n.kind = '${kind}' AND contains(n.search, ${text}))`,
    ]),
  ]);
}

/** The words themselves are in `search`; names that changed since are found through their object ids. */
function textCondition(term: string): string {
  const named = (kind: string) =>
    `(SELECT (n.tenant, n.id) FROM names n WHERE n.kind = '${kind}' AND contains(n.search, ${term}))`;
  return either([
    `contains(r.search, ${term})`,
    `(r.tenant, r.package_id) IN ${named('package')}`,
    `(r.tenant, r.policy_id) IN ${named('policy')}`,
    `(r.tenant, r.requestor_id) IN ${named('person')}`,
    `(r.tenant, r.target_id) IN ${named('person')}`,
  ]);
}

function range<T extends string | number>(
  column: string,
  from: T | null,
  to: T | null,
  bind: (value: T) => string,
): string {
  const parts = [
    from === null ? null : `${column} >= ${bind(from)}`,
    to === null ? null : `${column} < ${bind(to)}`,
  ].filter((part) => part !== null);
  return parts.join(' AND ') || 'true';
}

/** Absent values make SQL conditions unknown; a request that lacks the value does not match. */
function either(parts: (string | null)[]): string {
  const given = parts.filter((part) => part !== null);
  return given.length > 0 ? `coalesce(${given.join(' OR ')}, false)` : 'false';
}

function negate(not: boolean, sql: string): string {
  return not ? `NOT coalesce(${sql}, false)` : sql;
}
