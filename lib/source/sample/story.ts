import type { Scene } from './scene';

/** The twelve checks, by the ids that they have on the wire. */
export const checkIds = [
  'faster-than-usual',
  'below-reading-time',
  'weak-reason',
  'reused-reason',
  'no-human-decision',
  'policy-weakened-before',
  'record-deleted-access-kept',
  'answers-edited',
  'new-approver',
  'paired-accounts',
  'approved-after-refusal',
  'unusual-hours-or-volume',
] as const;
export type CheckId = (typeof checkIds)[number];

/** What a check is there to find, told in a few requests. */
export interface Story {
  check: CheckId;
  /** How many requests the check should mark; they are the first that `tell` makes. */
  marked: number;
  tell(scene: Scene): void;
}
