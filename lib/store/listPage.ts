import 'server-only';
import { AppError } from '../errors';
import { lowered } from '../filter/lowered';
import type { ListOrder, View } from '../filter/view';
import type { Bindings, Store } from './open';

/** Which part of a list, in which order. */
export type ListView = Pick<View, 'order' | 'find' | 'page' | 'pageSize'>;

/**
 * One page of the rows of `listed`, a common table expression of `sql` with a column for each word of `orders`,
 * and how many rows there are. Nothing is last either way; ties fall to the id. Throws `bad-parameter` for a word
 * that this list has no column for.
 */
export async function listPage<T extends { id: string | null }>(
  store: Store,
  sql: string,
  bindings: Bindings,
  orders: readonly ListOrder[],
  view: ListView,
): Promise<{ rows: T[]; total: number }> {
  const { by, descending } = view.order ?? { by: 'requests', descending: true };
  if (!orders.includes(by))
    throw new AppError('bad-parameter', `order=${by}: this list has no ${by}; it has ${orders.join(', ')}.`);
  const column = by === 'name' ? 'lower(name)' : `"${by}"`;
  const order = `${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST, id, tenant`;
  const found = await store.all<T & { total: number }>(
    `${sql}, found AS (
  SELECT * FROM listed WHERE $find = '' OR id = $find OR coalesce(contains(lower(nfc_normalize(names)), $find), false)
)
SELECT page.* EXCLUDE (names), counted.total
FROM (SELECT count(*)::DOUBLE AS total FROM found) counted
LEFT JOIN (SELECT * FROM found ORDER BY ${order} LIMIT $limit OFFSET $offset) page ON true
ORDER BY ${order}`,
    { ...bindings, find: lowered(view.find), limit: view.pageSize, offset: (view.page - 1) * view.pageSize },
  );
  const rows = found.flatMap(({ total, ...row }) => (row.id === null ? [] : [row as unknown as T]));
  return { rows, total: found[0]?.total ?? 0 };
}
