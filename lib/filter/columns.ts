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
];

export function isColumnId(text: string): text is ColumnId {
  return columnIds.some((id) => id === text);
}
