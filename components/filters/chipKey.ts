import type { Chip } from '@/lib/filter/field';

/** What tells a chip from the others of a filter; a list keeps its chip while its values change. */
export function chipKey({ field, not, values }: Chip): string {
  const isRange = field === 'notTook' || field === 'notTime';
  return `${field} ${not} ${isRange ? values.map(({ value }) => value) : ''}`;
}
