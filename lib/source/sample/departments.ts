/** What an access package is about, and so what people write when they ask for it. */
export type Theme =
  | 'finance'
  | 'people'
  | 'sales'
  | 'engineering'
  | 'operations'
  | 'data'
  | 'privileged'
  | 'legal'
  | 'partner'
  | 'workplace';

/** Departments with their share of people, in percent, and the themes that they ask for most. */
export const departments = {
  Engineering: { share: 24, themes: ['engineering', 'engineering', 'operations', 'data'] },
  Sales: { share: 16, themes: ['sales', 'sales', 'data'] },
  'Customer Success': { share: 13, themes: ['sales', 'workplace', 'data'] },
  Finance: { share: 12, themes: ['finance', 'finance', 'finance', 'data'] },
  Platform: { share: 10, themes: ['operations', 'operations', 'engineering', 'privileged'] },
  Data: { share: 8, themes: ['data', 'data', 'engineering'] },
  People: { share: 7, themes: ['people', 'people', 'workplace'] },
  Legal: { share: 4, themes: ['legal', 'legal', 'workplace'] },
  'Workplace IT': { share: 6, themes: ['workplace', 'operations', 'privileged'] },
} as const satisfies Record<string, { share: number; themes: readonly Theme[] }>;

export type Department = keyof typeof departments;

/** The departments that work with a theme; partners are looked after by sales. */
export function departmentsOf(theme: Theme): Department[] {
  const all = Object.keys(departments) as Department[];
  const fitting = all.filter((name) => (departments[name].themes as readonly Theme[]).includes(theme));
  return fitting.length === 0 ? ['Sales'] : fitting;
}
