import 'server-only';
import { checks } from '../checks/all';
import type { Clause } from '../filter/clause';
import type { AccessRequest, CheckId, RequestDetail, Strength } from '../request';
import { areCurrent } from './deriveChecks';
import type { Store } from './open';
import { visibleKeys } from './visibleKeys';

interface Found {
  id: CheckId;
  strength: Strength | null;
  facts: string;
  limits: string | null;
  records: string[];
}

/**
 * What the checks say of one request. A check counts over everything in the store, so a reader who may see a part is
 * told that it marks the request, and neither its numbers nor the records of others. Null until the checks of this
 * version have looked at it: what others stored can have another form.
 */
export async function findings(
  store: Store,
  scope: readonly Clause[],
  { tenant, requestId, checks: marks }: Pick<AccessRequest, 'tenant' | 'requestId' | 'checks'>,
): Promise<Pick<RequestDetail, 'findings' | 'unanswered'>> {
  if (marks === null || !(await areCurrent(store))) return { findings: null, unanswered: [] };
  const found = await store.all<Found>(
    'SELECT id, strength, facts, limits, records FROM checks WHERE tenant = $tenant AND request_id = $id',
    { tenant, id: requestId },
  );
  const visible = await visibleKeys(
    store,
    scope,
    tenant,
    found.flatMap(({ records }) => records),
  );
  const isWhole = scope.length === 0;
  const byId = new Map(found.map((each) => [each.id, each]));
  return {
    findings: marks.map((mark) => {
      const { facts = null, limits = null, records = [] } = byId.get(mark.id) ?? {};
      const sentence = isWhole && facts !== null ? checks[mark.id].say(JSON.parse(facts)) : null;
      return {
        ...mark,
        sentence,
        limits: isWhole ? limits : null,
        records: records.filter((key) => visible.has(key)),
      };
    }),
    unanswered: isWhole
      ? found.flatMap(({ id, strength, limits }) =>
          strength === null && limits !== null ? [{ id, limits }] : [],
        )
      : [],
  };
}
