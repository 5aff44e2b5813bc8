import 'server-only';
import type { Store } from './open';
import type { Span } from './syncState';

/**
 * How many distinct records of ours with an `Id` the workspace delivered by UTC day (`2026-08-03`) of
 * `TimeGenerated` within the spans, of those that had arrived there by `ingestedTo` (epoch milliseconds).
 */
export async function deliveredByDay(
  store: Store,
  workspace: string,
  spans: readonly Span[],
  ingestedTo: number,
): Promise<Map<string, number>> {
  if (spans.length === 0) return new Map();
  const within = spans.map(
    (_, place) => `(generated >= ${instant(`$from${place}`)} AND generated < ${instant(`$to${place}`)})`,
  );
  const found = await store.all<{ day: string; records: number }>(
    `SELECT strftime(generated::TIMESTAMP, '%Y-%m-%d') AS day, count(DISTINCT record)::DOUBLE AS records FROM deliveries
     WHERE workspace = $workspace AND ours AND ingested <= ${instant('$ingestedTo')} AND (${within.join(' OR ')}) GROUP BY day`,
    {
      workspace,
      ingestedTo,
      ...Object.fromEntries(
        spans.flatMap(({ from, to }, place) => [
          [`from${place}`, from],
          [`to${place}`, to],
        ]),
      ),
    },
  );
  return new Map(found.map(({ day, records }) => [day, records]));
}

const instant = (milliseconds: string) => `make_timestamp_ns((${milliseconds} * 1000000)::BIGINT)`;

export interface Delivered {
  /** Of `TimeGenerated`, and of arrival; UTC ISO 8601 at microseconds, null when nothing was delivered. */
  oldest: string | null;
  newest: string | null;
  newestIngested: string | null;
  /** Median seconds from a record's time to its arrival, over the hundred that arrived last. */
  lagSeconds: number | null;
}

const text = (time: string) => `strftime(${time}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%fZ')`;

/** What a workspace has delivered. */
export async function deliveredBy(store: Store, workspace: string): Promise<Delivered> {
  const [found] = await store.all<Delivered>(
    `SELECT ${text('min(generated)')} AS oldest, ${text('max(generated)')} AS newest,
       ${text('max(ingested)')} AS "newestIngested", (SELECT greatest(0, median(lag))::DOUBLE FROM (
         SELECT (epoch_ns(ingested) - epoch_ns(generated)) / 1e9 AS lag FROM deliveries
         WHERE workspace = $workspace ORDER BY ingested DESC LIMIT 100)) AS "lagSeconds"
     FROM deliveries WHERE workspace = $workspace`,
    { workspace },
  );
  return found ?? { oldest: null, newest: null, newestIngested: null, lagSeconds: null };
}
