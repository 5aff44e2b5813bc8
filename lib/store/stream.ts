import 'server-only';
import type { Clause } from '../filter/clause';
import type { Sort } from '../filter/view';
import type { AccessRequest } from '../request';
import { fetchRows } from './fetchRows';
import { countHidden } from './hidden';
import type { Store } from './open';
import { removalsWithin } from './removalsWithin';
import { orderOf } from './rows';
import type { RequestKey } from './rowsByKey';
import { type Condition, where } from './where';

/** Every request that matches, as the data were when the reading began. */
export interface RequestStream {
  /** How many there are, and how many of them have no request time or no decision time. */
  counts: { total: number; unrequested: number; undecided: number };
  /** How many each exclusion rule hides of what the rest of the clauses keep, as `hiddenBy` answers it. */
  hidden(rules: readonly (readonly Clause[])[]): Promise<number[]>;
  /** All of them in order, some hundred at a time, each read when it is asked for. */
  rows(): AsyncGenerator<AccessRequest[]>;
  /** Gives back what the reading holds; to be called however it ends. */
  close(): Promise<void>;
}

/** Rows fetched at once, from wherever they lie, and those of them that are made in one turn of the event loop. */
const batchRows = 2000;
const turnRows = 500;

type Place = RequestKey & { row: number };

/**
 * Opens every request that matches for reading in the view's order. Of all of them only their keys are kept in their
 * order, which DuckDB puts on disk when they are many; of whole rows, one batch is in memory at once. Throws when a row
 * would be missing.
 */
export async function streamRequests(
  store: Store,
  clauses: readonly Clause[],
  sort: Sort,
): Promise<RequestStream> {
  const snapshot = await store.snapshot();
  let closed = false;
  try {
    const condition = where(clauses);
    await snapshot.all(
      `CREATE TEMP TABLE places AS
       SELECT r.rowid AS "row", r.tenant, r.request_id AS "requestId", row_number() OVER (ORDER BY ${orderOf(sort)}) AS place,
         r.requested IS NULL AS unrequested, r.decided IS NULL AS undecided
       FROM requests r WHERE ${condition.sql}`,
      condition.bindings,
    );
    const within = removalsWithin(clauses);
    await snapshot.all(`CREATE TEMP TABLE removals AS SELECT * FROM ${within.sql}`, within.bindings);
    const removals = { sql: 'removals', bindings: {} };
    const [counts = { total: 0, unrequested: 0, undecided: 0 }] = await snapshot.all<RequestStream['counts']>(
      `SELECT count(*)::DOUBLE AS total, count(*) FILTER (unrequested)::DOUBLE AS unrequested,
         count(*) FILTER (undecided)::DOUBLE AS undecided FROM places`,
    );
    return {
      counts,
      hidden: (rules) => countHidden(snapshot, clauses, rules),
      async *rows() {
        for (let after = 0; after < counts.total; after += batchRows) {
          const places = await snapshot.all<Place>(
            `SELECT "row"::DOUBLE AS "row", tenant, "requestId" FROM places
             WHERE place > $after AND place <= $to ORDER BY place`,
            { after, to: after + batchRows },
          );
          const requestWith = await fetchRows(snapshot, at(places), clauses, removals);
          for (let turn = 0; turn < places.length; turn += turnRows) {
            const rows = places.slice(turn, turn + turnRows).map(requestWith);
            const there = rows.filter((row) => row !== null);
            if (there.length !== Math.min(turnRows, counts.total - after - turn))
              throw new Error(`rows are missing after the first ${after + turn} of ${counts.total}`);
            if (closed) throw new Error('the reading is closed');
            yield there;
          }
        }
      },
      close: () => {
        closed = true;
        return snapshot.close();
      },
    };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** A row keeps its place in the table for as long as a snapshot shows it, and is found there sooner than by an index. */
function at(places: readonly Place[]): Condition {
  return { sql: `rowid IN (${places.map(({ row }) => row).join(', ')})`, bindings: {} };
}
