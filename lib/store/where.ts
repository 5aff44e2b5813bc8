import type { AnyOfField, Clause, OneOfField } from '../filter/clause';
import { holdableBound } from './instant';
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

/** Where a field's object ids are, and its names then and now in lower case. */
const anyOf: Record<AnyOfField, { has: (ids: string) => string; names: string }> = {
  package: { has: (ids) => `list_contains(${ids}, r.package_id)`, names: 'r.package_names' },
  policy: { has: (ids) => `list_contains(${ids}, r.policy_id)`, names: 'r.policy_names' },
  requestor: { has: (ids) => `list_contains(${ids}, r.requestor_id)`, names: 'r.requestor_names' },
  target: { has: (ids) => `list_contains(${ids}, r.target_id)`, names: 'r.target_names' },
  approver: { has: (ids) => `list_has_any(r.approver_ids, ${ids})`, names: 'r.approver_text' },
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
      const found = clause.terms.map((term) => containsText('r.search', term, bind));
      return clause.not ? `NOT (${found.join(' OR ') || 'false'})` : found.join(' AND ') || 'true';
    }
    case 'number-range':
      return range('r.took', clause.min, clause.max, bind);
    case 'time-range':
      return range(
        clause.of === 'decided' ? 'coalesce(r.decided, r.first)' : 'coalesce(r.requested, r.first)',
        clause.from,
        clause.to,
        (value) => `CAST(${bind(holdableBound(value))} AS TIMESTAMP_NS)`,
      );
  }
}

function anyOfCondition(clause: Extract<Clause, { kind: 'any-of' }>, bind: Bind): string {
  const { has, names } = anyOf[clause.field];
  return either([
    clause.ids.length > 0 ? has(`[${clause.ids.map(bind).join(', ')}]::VARCHAR[]`) : null,
    ...clause.texts.map((text) => containsText(names, text, bind)),
  ]);
}

/** Texts are joined by U+FDD0, which is no character of any text: a term that holds it matches nothing. */
function containsText(column: string, text: string, bind: Bind): string {
  return text.includes('\uFDD0') ? 'false' : `contains(${column}, ${bind(text)})`;
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
