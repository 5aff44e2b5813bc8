import 'server-only';
import type { PersonAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import { leaving } from './asking';
import { personConfiguration } from './configuration';
import { oneTenant } from './oneTenant';
import type { Store } from './open';
import { pairs } from './pairs';
import { personRow } from './people';

/**
 * One person within the filter. Throws `not-found` when the person has no part in any request that the reader
 * may see, and `tenant-needed` when they have in those of several tenants.
 */
export async function personPage(
  store: Store,
  clauses: readonly Clause[],
  personId: string,
): Promise<PersonAnswer> {
  const id = personId.toLowerCase();
  const tenant = await oneTenant(store, clauses, hasPart, id, 'person');
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const ofTenant: Clause = { kind: 'one-of', field: 'tenant', not: false, values: [tenant] };
  const within = [...leaving(clauses, 'tenant'), ofTenant];
  const [own, ever, configuration, pairsAsApprover, pairsAsRequestor] = await Promise.all([
    personRow(store, within, id),
    personRow(store, [...scope, ofTenant], id),
    personConfiguration(store, scope, tenant, id),
    pairs(store, within, { approver: id }),
    pairs(store, within, { requestor: id }),
  ]);
  return {
    id,
    tenant,
    name: ever?.name ?? null,
    displayName: ever?.displayName ?? null,
    requests: own?.requests ?? 0,
    worth: own?.worth ?? 0,
    asked: own?.asked ?? 0,
    received: own?.received ?? 0,
    decided: own?.decided ?? 0,
    approved: own?.approved ?? 0,
    pairsAsApprover,
    pairsAsRequestor,
    configuration,
  };
}

const hasPart = 'r.requestor_id = $id OR r.target_id = $id OR list_contains(r.approver_ids, $id)';
