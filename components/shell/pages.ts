/**
 * The pages of the product, in the order of the bar. `carries` is what of a view goes along to the page: the time
 * range as it was picked, a span with fixed ends alone, or no more than the zone.
 */
export const pages = [
  { path: '/', words: 'Requests', carries: 'time' },
  { path: '/packages', words: 'Packages', carries: 'time' },
  { path: '/people', words: 'People', carries: 'time' },
  { path: '/hunting-query', words: 'Hunting query', carries: 'span' },
  { path: '/coverage', words: 'Coverage', carries: 'zone' },
] as const satisfies readonly { path: string; words: string; carries: 'time' | 'span' | 'zone' }[];
