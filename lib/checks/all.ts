import type { CheckId } from '../request';
import { answersEdited } from './answersEdited';
import { applicationActed } from './applicationActed';
import { approvalRing } from './approvalRing';
import { approvedAfterRefusal } from './approvedAfterRefusal';
import { assignedAfterRefusal } from './assignedAfterRefusal';
import { belowReadingTime } from './belowReadingTime';
import type { Check } from './check';
import { configuredByParty } from './configuredByParty';
import { fasterThanUsual } from './fasterThanUsual';
import { newApprover } from './newApprover';
import { noApprovalRecord } from './noApprovalRecord';
import { noHumanDecision } from './noHumanDecision';
import { pairedAccounts } from './pairedAccounts';
import { policyAddedBeside } from './policyAddedBeside';
import { policyWeakenedBefore } from './policyWeakenedBefore';
import { recordDeletedAccessKept } from './recordDeletedAccessKept';
import { reusedReason } from './reusedReason';
import { roleGrantedThenUsed } from './roleGrantedThenUsed';
import { sameAddress } from './sameAddress';
import { unusualHoursOrVolume } from './unusualHoursOrVolume';
import { weakReason } from './weakReason';

/** Every check; a new one is added here and in the lists of `lib/request.ts` and `lib/words/checks.ts`. */
export const checks: Readonly<Record<CheckId, Check>> = {
  'faster-than-usual': fasterThanUsual,
  'below-reading-time': belowReadingTime,
  'weak-reason': weakReason,
  'reused-reason': reusedReason,
  'no-human-decision': noHumanDecision,
  'policy-weakened-before': policyWeakenedBefore,
  'record-deleted-access-kept': recordDeletedAccessKept,
  'answers-edited': answersEdited,
  'new-approver': newApprover,
  'paired-accounts': pairedAccounts,
  'approved-after-refusal': approvedAfterRefusal,
  'unusual-hours-or-volume': unusualHoursOrVolume,
  'policy-added-beside': policyAddedBeside,
  'configured-by-party': configuredByParty,
  'same-address': sameAddress,
  'approval-ring': approvalRing,
  'application-acted': applicationActed,
  'assigned-after-refusal': assignedAfterRefusal,
  'role-granted-then-used': roleGrantedThenUsed,
  'no-approval-record': noApprovalRecord,
};
