/** The columns that the table of requests can show. */
export const columnIds = [
  'requested',
  'package',
  'people',
  'reason',
  'decision',
  'took',
  'outcome',
  'policy',
  'delivery',
  'kind',
  'decided',
  'checks',
  'client',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const defaultColumns: readonly ColumnId[] = [
  'requested',
  'package',
  'people',
  'reason',
  'decision',
  'took',
  'outcome',
  'checks',
];

export function isColumnId(text: string): text is ColumnId {
  return columnIds.some((id) => id === text);
}
