import type { AnyOfField, Clause, Grant, OneOfField } from '../filter/clause';
import { checkIds } from '../request';
import { holdableBound } from './instant';
import { isMarkedBy, strengthOf } from './marks';
import type { Bindings } from './open';

/** A condition over `requests` (alias `r`) and the values it binds. */
export interface Condition {
  sql: string;
  bindings: Bindings;
}

const oneOf: Record<Exclude<OneOfField, 'approverReason' | 'check'>, string> = {
  outcome: 'r.outcome',
  delivery: 'r.delivery',
  kind: 'r.kind',
  userType: 'r.user_type',
  requestorReason: 'r.reason_state',
  tenant: 'r.tenant',
  strength: strengthOf,
  client: 'r.client',
};

/** Where a field's object ids are (one of a few is found sooner one by one), and its names then and now in lower case. */
const anyOf: Record<AnyOfField, { has: (ids: readonly string[]) => string; names: string }> = {
  package: { has: (ids) => among('r.package_id', ids), names: 'r.package_names' },
  policy: { has: (ids) => among('r.policy_id', ids), names: 'r.policy_names' },
  requestor: { has: (ids) => among('r.requestor_id', ids), names: 'r.requestor_names' },
  target: { has: (ids) => among('r.target_id', ids), names: 'r.target_names' },
  approver: {
    has: (ids) =>
      ids.length > 3
        ? `list_has_any(r.approver_ids, [${ids.join(', ')}]::VARCHAR[])`
        : ids.map((id) => `list_contains(r.approver_ids, ${id})`).join(' OR '),
    names: 'r.approver_text',
  },
};

/** The instants of a request; its first record stands in for what it lacks. */
const instants: Record<Extract<Clause, { kind: 'time-range' }>['of'], string> = {
  requested: 'coalesce(r.requested, r.first)',
  decided: 'coalesce(r.decided, r.first)',
  firstArrived: 'r.first_arrived',
  lastArrived: 'r.arrived',
};

/** Turns clauses into one SQL condition; every value is bound. No clause gives `true`. */
export function where(clauses: readonly Clause[]): Condition {
  const { parts, bindings } = conditions(clauses);
  return { sql: parts.join(' AND ') || 'true', bindings };
}

/** The condition of each clause by itself, in order, and the values they bind together. */
export function conditions(clauses: readonly Clause[]): { parts: string[]; bindings: Bindings } {
  const { bind, bindings } = binding();
  return { parts: clauses.map((clause) => `(${conditionOf(clause, bind)})`), bindings };
}

/** What a scope says of rows other than requests, by their package (null: of none) and workspaces. */
export function scoped(scope: readonly Clause[], columns: ScopeColumns): Condition {
  const { bind, bindings } = binding('s');
  const parts = scope.map((clause) =>
    clause.kind === 'scope'
      ? `(${either(clause.grants.map((grant) => granted(grant, columns, bind)))})`
      : 'false',
  );
  return { sql: parts.join(' AND ') || 'true', bindings };
}

interface ScopeColumns {
  package: string;
  workspaces: string;
}

type Bind = (value: string | number) => string;

function binding(prefix = 'v'): { bind: Bind; bindings: Bindings } {
  const bindings: Bindings = {};
  const bind = (value: string | number) => {
    const name = `${prefix}${Object.keys(bindings).length}`;
    bindings[name] = value;
    return `$${name}`;
  };
  return { bind, bindings };
}

function conditionOf(clause: Clause, bind: Bind): string {
  switch (clause.kind) {
    case 'one-of': {
      if (clause.field === 'check')
        return negate(
          clause.not,
          either(checkIds.filter((id) => clause.values.includes(id)).map(isMarkedBy)),
        );
      const values = clause.values.map(bind);
      const found =
        clause.field === 'approverReason'
          ? `list_has_any(r.approver_states, [${values.join(', ')}]::VARCHAR[])`
          : among(oneOf[clause.field], values);
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
        instants[clause.of],
        clause.from,
        clause.to,
        (value) => `CAST(${bind(holdableBound(value))} AS TIMESTAMP_NS)`,
      );
    case 'outside':
      return negate(true, either(clause.ranges.map((each) => `(${conditionOf(each, bind)})`)));
    case 'rules':
      return `NOT (${either(clause.rules.map((rule) => `coalesce(${rule.map((each) => `(${conditionOf(each, bind)})`).join(' AND ') || 'false'}, false)`))})`;
    case 'scope':
      return either(clause.grants.map((grant) => granted(grant, ofRequest, bind)));
  }
}

const ofRequest: ScopeColumns = { package: 'r.package_id', workspaces: 'r.workspaces' };

/** A request without a package, or with a record of no workspace, is outside any grant that names some. */
function granted({ packages, workspaces }: Grant, columns: ScopeColumns, bind: Bind): string {
  const parts = [
    packages === null ? null : `${among(columns.package, packages.map(bind))}`,
    workspaces === null
      ? null
      : `len(${columns.workspaces}) > 0 AND list_has_all([${workspaces.map(bind).join(', ')}]::VARCHAR[], ${columns.workspaces})`,
  ].filter((part) => part !== null);
  return `(${parts.join(' AND ') || 'true'})`;
}

function anyOfCondition(clause: Extract<Clause, { kind: 'any-of' }>, bind: Bind): string {
  const { has, names } = anyOf[clause.field];
  return either([
    clause.ids.length > 0 ? has(clause.ids.map(bind)) : null,
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

/** Said so, the scan itself leaves out what does not match, and reads no other column of it. */
function among(column: string, values: readonly string[]): string {
  return values.length > 0 ? `${column} IN (${values.join(', ')})` : 'false';
}

function either(parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' OR ') || 'false';
}

/** Absent values make SQL conditions unknown; a request that lacks the value does not match, and is not left out. */
function negate(not: boolean, sql: string): string {
  return not ? `NOT coalesce(${sql}, false)` : sql;
}
