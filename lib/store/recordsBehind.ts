import 'server-only';
import type { Clause } from '../filter/clause';
import { readInstant } from '../filter/instant';
import type { Store } from './open';
import { conditions, scoped, where } from './where';

/** When requests have records, both ends with one: by their own time and by `TimeGenerated`, UTC ISO 8601. */
export interface Spans {
  happened: { from: string; to: string };
  generated: { from: string; to: string };
}

/** What tells the audit records behind requests from all others. */
export interface RecordsBehind extends Spans {
  records: number;
  requestIds: string[];
  /** Those CorrelationIds that one request alone carries: the others tie no record to a request. */
  correlationIds: string[];
  /** Records that these ids reach as well, of other requests that the reader may see. */
  others: number;
}

/** One request by its key. */
interface RequestKey {
  tenant: string;
  requestId: string;
}

/**
 * How many requests match, and the span of their records; it ends with the arrival of the newest, which is never
 * before its `TimeGenerated`. Null when none matches.
 */
export async function requestsBehind(
  store: Store,
  clauses: readonly Clause[],
): Promise<(Spans & { requests: number }) | null> {
  const condition = where(clauses);
  const [found] = await store.all<Bounds & { requests: number }>(
    `SELECT count(*)::DOUBLE AS requests, arg_min(r.first_text, r.first) AS "happenedFrom",
       arg_max(r.last_text, r.last) AS "happenedTo", arg_min(r.first_text, r.first) AS "generatedFrom",
       arg_max(r.arrived_text, r.arrived) AS "generatedTo"
     FROM requests r WHERE ${condition.sql}`,
    condition.bindings,
  );
  return found && found.requests > 0 ? { requests: found.requests, ...spansOf(found) } : null;
}

/** The records behind the requests that match, or behind `one` of them, as far as the scope among `clauses` shows. */
export async function recordsBehind(
  store: Store,
  clauses: readonly Clause[],
  one: RequestKey | null = null,
): Promise<RecordsBehind> {
  const { parts, bindings } = conditions(clauses);
  const known = parts.filter((_, place) => clauses[place]?.kind === 'scope');
  const visible = scoped(
    clauses.filter(({ kind }) => kind === 'scope'),
    { package: 'm.package_id', workspaces: 'e.workspaces' },
  );
  const matching = [...parts, ...(one === null ? [] : ['r.tenant = $tenant AND r.request_id = $id'])];
  const [found] = await store.all<Bounds & Omit<RecordsBehind, keyof Spans>>(
    behindSql(matching.join(' AND ') || 'true', known.join(' AND ') || 'true', visible.sql),
    {
      ...bindings,
      ...visible.bindings,
      ...(one === null ? {} : { tenant: one.tenant, id: one.requestId }),
    },
  );
  if (!found) throw new Error('an aggregate answered no row');
  const { records, requestIds, correlationIds, others } = found;
  return { records, requestIds, correlationIds, others, ...spansOf(found) };
}

/** A workspace compares no tenants, so `reached` does not either. */
const behindSql = (matching: string, known: string, visible: string) => `
WITH matching AS MATERIALIZED (SELECT r.tenant, r.request_id, r.package_id FROM requests r WHERE ${matching}),
known AS (SELECT r.tenant, r.request_id, r.package_id FROM requests r WHERE ${known}),
own AS MATERIALIZED (
  SELECT DISTINCT e.tenant, e.key, e.correlation, lower(e.correlation_id) AS correlation_id, len(e.request_ids) > 0 AS carries,
    e.instant, e.at_text, e.generated, e.generated_text
  FROM matching m JOIN links l ON l.tenant = m.tenant AND l.request_id = m.request_id
  JOIN events e ON e.tenant = l.tenant AND e.key = l.key WHERE ${visible}
), bounds AS (
  SELECT min(instant) AS since, max(instant) AS until, min(generated) AS generated_since, max(generated) AS generated_until FROM own
), near AS MATERIALIZED (
  SELECT e.tenant, e.key, e.correlation, lower(e.correlation_id) AS correlation_id, e.request_ids, e.target_ids, e.workspaces
  FROM events e, bounds b WHERE e.instant BETWEEN b.since AND b.until OR e.generated BETWEEN b.generated_since AND b.generated_until
), carried AS (
  SELECT e.tenant, e.correlation, unnest(e.request_ids) AS request_id FROM events e
  SEMI JOIN (SELECT * FROM own WHERE carries) o ON o.tenant = e.tenant AND o.correlation = e.correlation
), lone AS (
  SELECT tenant, correlation FROM carried SEMI JOIN known USING (tenant, request_id)
  GROUP BY ALL HAVING count(DISTINCT request_id) = 1
), correlations AS MATERIALIZED (
  SELECT DISTINCT correlation_id FROM own SEMI JOIN lone USING (tenant, correlation)
), reached AS (
  SELECT tenant, key FROM near SEMI JOIN correlations USING (correlation_id)
  UNION SELECT n.tenant, n.key FROM (SELECT tenant, key, unnest(target_ids) AS target_id FROM near) n
  SEMI JOIN matching m ON m.request_id = n.target_id
), others AS (
  SELECT DISTINCT e.tenant, e.key FROM near e SEMI JOIN reached USING (tenant, key) ANTI JOIN own USING (tenant, key)
  JOIN links l ON l.tenant = e.tenant AND l.key = e.key
  JOIN known m ON m.tenant = l.tenant AND m.request_id = l.request_id WHERE ${visible}
)
SELECT count(DISTINCT (tenant, key))::DOUBLE AS records, (SELECT count(*)::DOUBLE FROM others) AS others,
  (SELECT coalesce(list_sort(list(DISTINCT request_id)), []) FROM matching) AS "requestIds",
  (SELECT coalesce(list_sort(list(correlation_id)), []) FROM correlations) AS "correlationIds",
  arg_min(at_text, instant) AS "happenedFrom", arg_max(at_text, instant) AS "happenedTo",
  arg_min(generated_text, generated) AS "generatedFrom", arg_max(generated_text, generated) AS "generatedTo"
FROM own`;

interface Bounds {
  happenedFrom: string;
  happenedTo: string;
  generatedFrom: string;
  generatedTo: string;
}

function spansOf(bounds: Bounds): Spans {
  return {
    happened: { from: utc(bounds.happenedFrom), to: utc(bounds.happenedTo) },
    generated: { from: utc(bounds.generatedFrom), to: utc(bounds.generatedTo) },
  };
}

function utc(text: string): string {
  const instant = readInstant(text);
  if (instant === null) throw new Error('the store keeps instants as ISO 8601 text');
  return instant;
}
