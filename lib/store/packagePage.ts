import 'server-only';
import type { PackageAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import { leaving } from './asking';
import { packageConfiguration } from './configuration';
import { isWorthALook } from './marks';
import { namesWithin } from './names';
import { oneTenant } from './oneTenant';
import type { Store } from './open';
import { pairs } from './pairs';
import { where } from './where';

/**
 * One package within the filter, whose own package clause is left out. Throws `not-found` when no request that
 * the reader may see names it, and `tenant-needed` when those of several tenants do.
 */
export async function packagePage(
  store: Store,
  clauses: readonly Clause[],
  packageId: string,
): Promise<PackageAnswer> {
  const id = packageId.toLowerCase();
  const tenant = await oneTenant(store, clauses, 'r.package_id = $id', id, 'package');
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const one: Clause[] = [
    { kind: 'any-of', field: 'package', not: false, ids: [id], texts: [] },
    { kind: 'one-of', field: 'tenant', not: false, values: [tenant] },
  ];
  const within = [...leaving(clauses, 'package', 'tenant'), ...one];
  const [names, counts, policies, configuration, who] = await Promise.all([
    packageNames(store, [...scope, ...one]),
    countsOf(store, within),
    policiesOf(store, within),
    packageConfiguration(store, scope, tenant, id),
    pairs(store, within),
  ]);
  return { id, tenant, ...names, ...counts, policies, configuration, pairs: who };
}

async function packageNames(
  store: Store,
  clauses: readonly Clause[],
): Promise<Pick<PackageAnswer, 'name' | 'formerNames'>> {
  const condition = where(clauses);
  const known = namesWithin(clauses);
  const found = await store.all<{ name: string; newest: string | null }>(
    `SELECT r.package AS name, n.name AS newest FROM requests r
     LEFT JOIN ${known.sql} n ON n.tenant = r.tenant AND n.id = r.package_id AND n.kind = 'package'
     WHERE ${condition.sql} AND r.package IS NOT NULL GROUP BY ALL ORDER BY min(r.first), name`,
    { ...condition.bindings, ...known.bindings },
  );
  const name = found[0]?.newest ?? null;
  return { name, formerNames: found.map((each) => each.name).filter((each) => each !== name) };
}

async function countsOf(
  store: Store,
  clauses: readonly Clause[],
): Promise<Pick<PackageAnswer, 'requests' | 'worth'>> {
  const condition = where(clauses);
  const [found] = await store.all<Pick<PackageAnswer, 'requests' | 'worth'>>(
    `SELECT count(*)::DOUBLE AS requests, count(*) FILTER (${isWorthALook})::DOUBLE AS worth
     FROM requests r WHERE ${condition.sql}`,
    condition.bindings,
  );
  if (!found) throw new Error('an aggregate answered no row');
  return found;
}

function policiesOf(store: Store, clauses: readonly Clause[]): Promise<PackageAnswer['policies']> {
  const condition = where(clauses);
  const known = namesWithin(clauses);
  return store.all(
    `SELECT r.policy_id AS id, n.name, count(*)::DOUBLE AS requests,
       arg_min(r.first_text, r.first) AS "firstAt", arg_max(r.first_text, r.first) AS "lastAt"
     FROM requests r LEFT JOIN ${known.sql} n ON n.tenant = r.tenant AND n.id = r.policy_id AND n.kind = 'policy'
     WHERE ${condition.sql} AND r.policy_id IS NOT NULL GROUP BY r.policy_id, n.name ORDER BY min(r.first), id`,
    { ...condition.bindings, ...known.bindings },
  );
}
