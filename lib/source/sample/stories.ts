import { Scene, sceneRequestId } from './scene';
import { answersEdited } from './stories/answersEdited';
import { approvedAfterRefusal } from './stories/approvedAfterRefusal';
import { belowReadingTime } from './stories/belowReadingTime';
import { fasterThanUsual } from './stories/fasterThanUsual';
import { newApprover } from './stories/newApprover';
import { noHumanDecision } from './stories/noHumanDecision';
import { pairedAccounts } from './stories/pairedAccounts';
import { policyWeakenedBefore } from './stories/policyWeakenedBefore';
import { recordDeleted } from './stories/recordDeleted';
import { reusedReason } from './stories/reusedReason';
import { unusualHours } from './stories/unusualHours';
import { weakReason } from './stories/weakReason';
import type { CheckId, Story } from './story';
import type { World } from './world';

/** One story for each of the twelve checks, in their order. */
const all: readonly Story[] = [
  fasterThanUsual,
  belowReadingTime,
  weakReason,
  reusedReason,
  noHumanDecision,
  policyWeakenedBefore,
  recordDeleted,
  answersEdited,
  newApprover,
  pairedAccounts,
  approvedAfterRefusal,
  unusualHours,
];

/** The check of each story and the ids of the requests that it should mark, whatever the seed and the time. */
export const stories: readonly { check: CheckId; requestIds: readonly string[] }[] = all.map(
  ({ check, marked }) => ({
    check,
    requestIds: Array.from({ length: marked }, (_, number) => sceneRequestId(check, number)),
  }),
);

/** The stories, told for the organisation and the span of `world`. */
export function tellStories(world: World): Scene[] {
  return all.map((story) => {
    const scene = new Scene(world, story.check);
    story.tell(scene);
    return scene;
  });
}
