import type { CheckId } from '../request';

/** What a reader is told of a check wherever it is named. */
interface CheckWords {
  title: string;
  /** What the check looks for, in one sentence. */
  about: string;
  /** MITRE ATT&CK techniques that the pattern can belong to. */
  techniques: readonly Technique[];
}

type Technique = 'T1078.004' | 'T1098' | 'T1484' | 'T1556';

export const checkWords: Readonly<Record<CheckId, CheckWords>> = {
  'faster-than-usual': {
    title: 'Faster than usual',
    about: 'Approved faster than this approver almost ever does.',
    techniques: ['T1098'],
  },
  'below-reading-time': {
    title: 'Too fast to read',
    about: 'Approved sooner than the reason can be read.',
    techniques: ['T1098'],
  },
  'weak-reason': {
    title: 'Weak reason',
    about: 'No reason, or one that says nothing, where others give one.',
    techniques: ['T1098'],
  },
  'reused-reason': {
    title: 'Reused reason',
    about: 'The same words were used by several people, or again and again.',
    techniques: ['T1098'],
  },
  'no-human-decision': {
    title: 'No human decision',
    about: 'Access to a privileged package without anyone deciding.',
    techniques: ['T1098', 'T1078.004'],
  },
  'policy-weakened-before': {
    title: 'Policy weakened before',
    about: 'Approval was loosened for the package shortly before the access was granted.',
    techniques: ['T1484', 'T1556', 'T1098'],
  },
  'record-deleted-access-kept': {
    title: 'Record deleted, access kept',
    about: 'The request was deleted while its access stayed.',
    techniques: ['T1098'],
  },
  'answers-edited': {
    title: 'Answers edited',
    about: 'An approver changed the answers of the requestor.',
    techniques: ['T1098'],
  },
  'new-approver': {
    title: 'New approver',
    about: 'The approver, or their account, is new.',
    techniques: ['T1098', 'T1078.004'],
  },
  'paired-accounts': {
    title: 'Paired accounts',
    about: 'The two approve for each other, or met for the first time.',
    techniques: ['T1078.004', 'T1098'],
  },
  'approved-after-refusal': {
    title: 'Approved after refusal',
    about: 'Denied or timed out, and then approved by someone else.',
    techniques: ['T1098'],
  },
  'unusual-hours-or-volume': {
    title: 'Unusual hours or volume',
    about: 'Decided outside the approver’s usual hours, or on a day with many decisions.',
    techniques: ['T1078.004'],
  },
  'policy-added-beside': {
    title: 'Policy added beside',
    about: 'A policy without approval was added to a package in use, and then used.',
    techniques: ['T1484', 'T1098'],
  },
  'configured-by-party': {
    title: 'Configured by a party',
    about: 'The requestor or an approver had changed the package, its policy or its catalogue.',
    techniques: ['T1484', 'T1098'],
  },
  'same-address': {
    title: 'Same address',
    about: 'Requestor and approver came from one address that few others use.',
    techniques: ['T1078.004'],
  },
  'approval-ring': {
    title: 'Approval ring',
    about: 'A small group approves for each other in a circle.',
    techniques: ['T1098'],
  },
  'application-acted': {
    title: 'Application acted',
    about: 'An application asked, approved or changed the policy.',
    techniques: ['T1098', 'T1078.004'],
  },
  'assigned-after-refusal': {
    title: 'Assigned after refusal',
    about: 'Denied or timed out, and then granted without a human decision.',
    techniques: ['T1098'],
  },
  'role-granted-then-used': {
    title: 'Role granted, then used',
    about: 'Someone used an entitlement management role soon after it was given to them.',
    techniques: ['T1098', 'T1484'],
  },
  'no-approval-record': {
    title: 'No approval record',
    about: 'Access was delivered and no record says that it was approved.',
    techniques: ['T1098'],
  },
};
