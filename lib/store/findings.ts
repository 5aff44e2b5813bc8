import 'server-only';
import { checks } from '../checks/all';
import type { Clause } from '../filter/clause';
import type { AccessRequest, CheckId, RequestDetail, Strength } from '../request';
import type { Store } from './open';
import { scoped } from './where';

interface Found {
  id: CheckId;
  strength: Strength | null;
  facts: string;
  limits: string | null;
  records: string[];
}

/**
 * What the checks say of one request. A check counts over everything in the store, so a reader who may see a part is
 * told that it marks the request, and neither its numbers nor the records of others.
 */
export async function findings(
  store: Store,
  scope: readonly Clause[],
  { tenant, requestId, checks: marks }: Pick<AccessRequest, 'tenant' | 'requestId' | 'checks'>,
): Promise<Pick<RequestDetail, 'findings' | 'unanswered'>> {
  if (marks === null) return { findings: null, unanswered: [] };
  const visible = scoped(scope, { package: 'e.package_id', workspaces: 'e.workspaces' });
  const found = await store.all<Found>(
    `WITH own AS (SELECT * FROM checks WHERE tenant = $tenant AND request_id = $id), seen AS (
       SELECT list(e.key) AS keys FROM events e SEMI JOIN (SELECT unnest(records) AS key FROM own) n ON n.key = e.key
       WHERE e.tenant = $tenant AND ${visible.sql})
     SELECT id, strength, facts, limits, list_filter(records, key -> list_contains(keys, key)) AS records FROM own, seen`,
    { ...visible.bindings, tenant, id: requestId },
  );
  const isWhole = scope.length === 0;
  const byId = new Map(found.map((each) => [each.id, each]));
  return {
    findings: marks.map((mark) => {
      const { facts = null, limits = null, records = [] } = byId.get(mark.id) ?? {};
      const sentence = isWhole && facts !== null ? checks[mark.id].say(JSON.parse(facts)) : null;
      return { ...mark, sentence, limits: isWhole ? limits : null, records };
    }),
    unanswered: isWhole
      ? found.flatMap(({ id, strength, limits }) =>
          strength === null && limits !== null ? [{ id, limits }] : [],
        )
      : [],
  };
}
