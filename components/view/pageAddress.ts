import { onlyTime } from '@/lib/filter/edit';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import { toParams } from '@/lib/filter/toParams';
import type { Role, View } from '@/lib/filter/view';
import { withParams } from '../data/urls';

/**
 * The address of a package's or person's page; the time range and the zone of `view` go along, nothing else does.
 * Null when `id` is no object id, since nothing can be asked about it.
 */
export function pageAddress(
  page: 'packages' | 'people',
  id: string | null,
  view: View,
  role: Role | null = null,
): string | null {
  if (id === null || !isObjectId(id)) return null;
  return withParams(`/${page}/${id.toLowerCase()}`, toParams({ ...onlyTime(view), role }));
}
