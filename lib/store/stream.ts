import 'server-only';
import type { Clause } from '../filter/clause';
import type { Sort } from '../filter/view';
import type { AccessRequest } from '../request';
import { besideColumns, besideRow } from './beside';
import { countHidden } from './hidden';
import type { Store } from './open';
import { type Beside, keptIn, requestOf } from './row';
import { orderOf } from './rows';
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

/** Rows parsed in one turn of the event loop. */
const sliceRows = 256;

/**
 * Opens every request that matches for reading in the view's order. Of all of them only their places are kept, 16
 * bytes each, since sorting whole rows would need memory for all; of whole rows, `batchRows` are in memory at once.
 * Throws when a row would be missing or repeated.
 */
export async function streamRequests(
  store: Store,
  clauses: readonly Clause[],
  sort: Sort,
  batchRows = 50_000,
): Promise<RequestStream> {
  const snapshot = await store.snapshot();
  try {
    const condition = where(clauses);
    const beside = besideRow(clauses);
    await snapshot.all(
      `CREATE TEMP TABLE places AS
       SELECT r.rowid AS "row", row_number() OVER (ORDER BY ${orderOf(sort)}) AS place,
         r.requested IS NULL AS unrequested, r.decided IS NULL AS undecided
       FROM requests r WHERE ${condition.sql}`,
      condition.bindings,
    );
    const [counts = { total: 0, unrequested: 0, undecided: 0 }] = await snapshot.all<RequestStream['counts']>(
      `SELECT count(*)::DOUBLE AS total, count(*) FILTER (unrequested)::DOUBLE AS unrequested,
         count(*) FILTER (undecided)::DOUBLE AS undecided FROM places`,
    );
    return {
      counts,
      hidden: (rules) => countHidden(snapshot, clauses, rules),
      async *rows() {
        let place = 0;
        for (let after = 0; after < counts.total; after += batchRows)
          for await (const texts of snapshot.texts(batchWith(beside.sql), {
            ...beside.bindings,
            after,
            to: after + batchRows,
          }))
            for (let from = 0; from < texts.length; from += sliceRows)
              yield texts.slice(from, from + sliceRows).map((text) => rowAt(++place, text));
        if (place !== counts.total) throw new Error(`${place} of ${counts.total} rows came`);
      },
      close: () => snapshot.close(),
    };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** Two lines for each row: its place and what lies beside it, and its own text, in which a line feed is escaped. */
const batchWith = (beside: string) => `
SELECT to_json(struct_pack(place, marks, "removedAt", "removedRecord", "packageNow", "policyNow", "requestorNow", "targetNow"))::VARCHAR || chr(10) || "row" FROM (
  SELECT p.place, ${besideColumns}, r."row" FROM places p JOIN requests r ON r.rowid = p."row" ${beside}
  WHERE p.place > $after AND p.place <= $to) ORDER BY place`;

function rowAt(expected: number, text: string): AccessRequest {
  const feed = text.indexOf('\n');
  const { place, ...beside }: Beside & { place: number } = JSON.parse(text.slice(0, feed));
  if (place !== expected) throw new Error(`row ${place} came in the place of row ${expected}`);
  return requestOf(keptIn(text.slice(feed + 1)), beside);
}
