import type { Sort, SortField } from '@/lib/filter/view';

const words: Readonly<Record<SortField, [by: string, ascending: string, descending: string]>> = {
  worth: ['what is worth a look', 'least first', 'strongest check first'],
  requested: ['time of request', 'oldest first', 'newest first'],
  decided: ['time of decision', 'oldest first', 'newest first'],
  first: ['time of the first record', 'oldest first', 'newest first'],
  took: ['time taken', 'fastest first', 'slowest first'],
  package: ['package', 'A to Z', 'Z to A'],
  requestor: ['requestor', 'A to Z', 'Z to A'],
  target: ['receiver', 'A to Z', 'Z to A'],
  outcome: ['outcome', 'A to Z', 'Z to A'],
  delivery: ['delivery', 'A to Z', 'Z to A'],
  kind: ['kind', 'A to Z', 'Z to A'],
};

/** An order in words: `Sorted by time taken, fastest first.` */
export function sortWords({ by, descending }: Sort): string {
  const [field, up, down] = words[by];
  return `Sorted by ${field}, ${descending ? down : up}.`;
}
