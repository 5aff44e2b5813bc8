'use client';

import { useStored } from '../ui/useStored';
import { useView } from '../view/useView';

/** What can stand between the headline numbers and the table. */
export const panels = {
  decisions: 'Decisions',
  weeks: 'By week',
  packages: 'Packages',
  approvers: 'Approvers',
} as const;
export type Panel = keyof typeof panels;

const all: readonly Panel[] = ['decisions', 'weeks', 'packages', 'approvers'];

interface ShownPanel {
  /** A page about one package or approver has nothing to compare it with. */
  offered: readonly Panel[];
  /** The one that this reader keeps open; null when folded away. */
  shown: Panel | null;
  show: (panel: Panel | null) => void;
}

export function useShownPanel(): ShownPanel {
  const { pinned } = useView();
  const [stored, store] = useStored('charts');
  const alone = pinned?.field === 'package' ? 'packages' : pinned?.field === 'approver' ? 'approvers' : null;
  const offered = all.filter((panel) => panel !== alone);
  const kept = offered.find((panel) => panel === stored) ?? 'decisions';
  return { offered, shown: stored === 'none' ? null : kept, show: (panel) => store(panel ?? 'none') };
}
