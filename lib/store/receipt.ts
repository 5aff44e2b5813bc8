import 'server-only';
import type { ReceiptAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import { readInstant } from '../filter/instant';
import type { Digest } from '../filter/view';
import { holdableBound } from './instant';
import type { Store } from './open';
import { where } from './where';

/** What a copied link carries: the rows it showed, and when the newest record behind them arrived. */
export interface Shared {
  asof: string;
  digest: Digest;
}

/** Rows, the digest over their ids and outcomes in any order, and how many of them are new or have later records. */
interface Marks {
  rows: number;
  digest: string;
  asof: string | null;
  late: number;
  knownRows: number;
  knownDigest: string;
  untouchedRows: number;
  untouchedDigest: string;
}

/**
 * What has become of the rows that a link showed. Of the requests that match now, those count as known then of
 * which a record had arrived by `asof`. A request that came to match later through a new record is told from a new
 * one only while no known one has changed; records that arrived by `asof` and were read later count as known.
 */
export async function receipt(
  store: Store,
  clauses: readonly Clause[],
  shared: Shared | null,
): Promise<ReceiptAnswer> {
  const marks = await marksOf(store, clauses, shared?.asof ?? null);
  return {
    now: { rows: marks.rows, digest: marks.digest, asof: marks.asof && readInstant(marks.asof) },
    since: shared && {
      ...stateOf(marks, shared.digest, clauses),
      rows: shared.digest.rows,
      rowsNow: marks.rows,
      arrived: marks.late,
      asof: shared.asof,
    },
  };
}

type State = Pick<NonNullable<ReceiptAnswer['since']>, 'state' | 'toldBy'>;

function stateOf(marks: Marks, { rows, hash }: Digest, clauses: readonly Clause[]): State {
  if (marks.rows === rows && marks.digest === hash) return { state: 'same', toldBy: null };
  if (marks.knownRows === rows && marks.knownDigest === hash) return { state: 'grown', toldBy: 'first' };
  if (marks.untouchedRows === rows && marks.untouchedDigest === hash)
    return { state: 'grown', toldBy: 'latest' };
  const scoped = clauses.some(({ kind }) => kind === 'scope');
  return { state: scoped && marks.knownRows < rows ? 'outside' : 'changed', toldBy: null };
}

async function marksOf(store: Store, clauses: readonly Clause[], asof: string | null): Promise<Marks> {
  const condition = where(clauses);
  const [marks] = await store.all<Marks>(
    `WITH matching AS MATERIALIZED (
       SELECT r.tenant, r.request_id, md5_number(concat_ws(chr(31), r.tenant, r.request_id, r.outcome)) AS mark,
         r.arrived, r.arrived_text, coalesce(r.arrived > CAST($asof AS TIMESTAMP_NS), false) AS late,
         coalesce(r.first_arrived > CAST($asof AS TIMESTAMP_NS), false) AS fresh
       FROM requests r WHERE ${condition.sql})
     SELECT count(*)::DOUBLE AS rows, ${digestOf('true')} AS digest,
       arg_max(arrived_text, arrived) AS asof, count(*) FILTER (late)::DOUBLE AS late,
       count(*) FILTER (NOT fresh)::DOUBLE AS "knownRows", ${digestOf('NOT fresh')} AS "knownDigest",
       count(*) FILTER (NOT late)::DOUBLE AS "untouchedRows", ${digestOf('NOT late')} AS "untouchedDigest"
     FROM matching`,
    { ...condition.bindings, asof: holdableBound(asof) },
  );
  if (!marks) throw new Error('an aggregate answered no row');
  return marks;
}

/** SQL for 128 bits as 32 hexadecimal digits; what no row is in is 0. */
function digestOf(which: string): string {
  return `lpad(lower(to_hex(coalesce(bit_xor(mark) FILTER (${which}), 0::UHUGEINT))), 32, '0')`;
}
