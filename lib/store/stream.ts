import 'server-only';
import type { Clause } from '../filter/clause';
import type { Sort } from '../filter/view';
import type { AccessRequest } from '../request';
import { fetchRows, rowColumns } from './fetchRows';
import { countHidden } from './hidden';
import type { Store } from './open';
import { removalsWithin } from './removalsWithin';
import { orderOf } from './rows';
import type { RequestKey } from './rowsByKey';
import { where } from './where';

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

/** Rows that one pass over all requests brings together: their texts lie anywhere, and to unpack them is what takes long. */
const passRows = 50_000;
/** Of these the rows fetched at once, and those of them that are made in one turn of the event loop. */
const batchRows = 2000;
const turnRows = 500;

/**
 * Opens every request that matches for reading in the view's order. Of all of them only their keys are kept in their
 * order; of whole rows, those of one pass are. DuckDB puts both on disk when they are many. Throws when a row would be
 * missing.
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
       SELECT r.rowid AS number, r.tenant, r.request_id, row_number() OVER (ORDER BY ${orderOf(sort)}) AS place,
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
          if (after % passRows === 0) await snapshot.all(bringTogether, { after, to: after + passRows });
          const range = { after, to: after + batchRows };
          const keys = await snapshot.all<RequestKey>(
            `SELECT tenant, request_id AS "requestId" FROM together WHERE ${inRange} ORDER BY place`,
            range,
          );
          if (keys.length !== Math.min(batchRows, counts.total - after)) throw missing(after, counts.total);
          const among = { sql: `(SELECT ${rowColumns} FROM together WHERE ${inRange})`, bindings: range };
          const requestWith = await fetchRows(snapshot, among, clauses, removals);
          for (let turn = 0; turn < keys.length; turn += turnRows) {
            const asked = keys.slice(turn, turn + turnRows);
            const there = asked.map(requestWith).filter((row) => row !== null);
            if (there.length !== asked.length) throw missing(after + turn, counts.total);
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

const inRange = 'place > $after AND place <= $to';

/** A row keeps its number in the table for as long as a snapshot shows it; were it otherwise, it would be missing and not another. */
const bringTogether = `
CREATE OR REPLACE TEMP TABLE together AS
SELECT p.place, ${rowColumns} FROM (SELECT rowid AS number, * FROM requests)
JOIN (SELECT number, tenant, request_id, place FROM places WHERE ${inRange}) p USING (number, tenant, request_id)`;

function missing(after: number, total: number): Error {
  return new Error(`rows are missing after the first ${after} of ${total}`);
}
