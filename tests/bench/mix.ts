import { z } from 'zod';
import { worthALook } from '@/lib/filter/fields';

const words = ['migration', 'incident', 'audit', 'quarter', 'vendor', 'onboarding', 'report', 'release'];
const took = [
  [1, 60],
  [60, 600],
  [600, 3600],
  [3600, 28_800],
];

/** The kinds of filter that every engine is asked with, in the order of the tables. */
export const kinds = ['none', 'package', 'approver', 'words', 'brush', 'checks', 'together'] as const;
export type Kind = (typeof kinds)[number];

/** What one question narrows to; nothing is null. */
export interface Narrowing {
  packageId: string | null;
  approverId: string | null;
  word: string | null;
  took: { min: number; max: number } | null;
  worth: boolean;
}

/** The most frequent objects of the data, which the questions choose from. */
export interface Frequent {
  packages: readonly string[];
  approvers: readonly string[];
}

const nothing: Narrowing = { packageId: null, approverId: null, word: null, took: null, worth: false };

/** The question of a kind in one round; another round asks of another package, approver, word and range. */
export function narrowing(kind: Kind, round: number, { packages, approvers }: Frequent): Narrowing {
  const packageId = packages[round % packages.length] ?? null;
  const approverId = approvers[round % approvers.length] ?? null;
  const word = words[round % words.length] ?? null;
  const [min = 0, max = 0] = took[round % took.length] ?? [];
  switch (kind) {
    case 'none':
      return nothing;
    case 'package':
      return { ...nothing, packageId };
    case 'approver':
      return { ...nothing, approverId };
    case 'words':
      return { ...nothing, word };
    case 'brush':
      // The upper end moves with the round, as a brush does: no two questions are the same.
      return { ...nothing, took: { min, max: max + round } };
    case 'checks':
      return { ...nothing, worth: true };
    case 'together':
      return { packageId, approverId: null, word, took: { min, max: max + round }, worth: false };
  }
}

/** The same as URL parameters of the product. */
export function parametersOf({ packageId, approverId, word, took, worth }: Narrowing): URLSearchParams {
  return new URLSearchParams([
    ...(packageId === null ? [] : [['package', packageId]]),
    ...(approverId === null ? [] : [['approver', approverId]]),
    ...(word === null ? [] : [['q', word]]),
    ...(took === null
      ? []
      : [
          ['tookMin', String(took.min)],
          ['tookMax', String(took.max)],
        ]),
    ...(worth ? worthALook.map((strength) => ['strength', strength]) : []),
  ]);
}

const facet = z.object({ values: z.array(z.object({ value: z.string() })) });
const summary = z.object({ data: z.object({ facets: z.object({ package: facet, approver: facet }) }) });

/** The most frequent packages and approvers of what a server holds. */
export async function frequentOf(origin: string): Promise<Frequent> {
  const { data } = summary.parse(await (await fetch(`${origin}/api/summary`)).json());
  const first = ({ values }: z.infer<typeof facet>) => values.slice(0, 15).map(({ value }) => value);
  return { packages: first(data.facets.package), approvers: first(data.facets.approver) };
}
