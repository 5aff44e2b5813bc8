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
    about: 'Approved faster than this approver almost ever does, and in a small part of their usual time.',
    techniques: ['T1098'],
  },
  'below-reading-time': {
    title: 'Too fast to read',
    about: 'Approved sooner than the request can be opened and its reason read.',
    techniques: ['T1098'],
  },
  'weak-reason': {
    title: 'Weak reason',
    about:
      'No reason, or one that says nothing, where most give one; or an approver who repeated the requestor’s words.',
    techniques: ['T1098'],
  },
  'reused-reason': {
    title: 'Reused reason',
    about: 'The same reason was given for the package by several people, or again and again.',
    techniques: ['T1098'],
  },
  'no-human-decision': {
    title: 'No human decision',
    about:
      'Access that no person approved, to a privileged package, a directory role or a group that can hold one.',
    techniques: ['T1098', 'T1078.004'],
  },
  'policy-weakened-before': {
    title: 'Policy weakened before',
    about:
      'Shortly before the access was granted, its approval, who may ask for it or what it excludes was loosened.',
    techniques: ['T1484', 'T1556', 'T1098'],
  },
  'record-deleted-access-kept': {
    title: 'Record deleted, access kept',
    about: 'The record of a delivered request was deleted, and its access was not removed by the day after.',
    techniques: ['T1098'],
  },
  'answers-edited': {
    title: 'Answers edited',
    about: 'An approver changed the answers of the requestor.',
    techniques: ['T1098'],
  },
  'new-approver': {
    title: 'New approver',
    about: 'The approver became one, or their account was created, shortly before approving.',
    techniques: ['T1098', 'T1078.004'],
  },
  'paired-accounts': {
    title: 'Paired accounts',
    about:
      'The two approve for each other, have account names that are alike, or met for the first time where that is unusual.',
    techniques: ['T1078.004', 'T1098'],
  },
  'approved-after-refusal': {
    title: 'Approved after refusal',
    about:
      'A request for the same access was denied or expired, and this one was then approved by people who had not denied it.',
    techniques: ['T1098'],
  },
  'unusual-hours-or-volume': {
    title: 'Unusual hours or volume',
    about: 'Approved outside the approver’s usual hours, or on a day with many more decisions than usual.',
    techniques: ['T1078.004'],
  },
  'policy-added-beside': {
    title: 'Policy added beside',
    about: 'A policy without approval was added to a package in use, and this is one of its first uses.',
    techniques: ['T1484', 'T1098'],
  },
  'configured-by-party': {
    title: 'Configured by a party',
    about:
      'The requestor, the receiver or an approver had changed the package, a policy of it or its catalogue.',
    techniques: ['T1484', 'T1098'],
  },
  'same-address': {
    title: 'Same address',
    about: 'Requestor and approver came from one address that few others use.',
    techniques: ['T1078.004'],
  },
  'approval-ring': {
    title: 'Approval ring',
    about:
      'Three people approved for one another in a circle, or one approver gave one requestor many packages and others little.',
    techniques: ['T1098'],
  },
  'application-acted': {
    title: 'Application acted',
    about: 'An application asked, assigned, approved or loosened what governs the package.',
    techniques: ['T1098', 'T1078.004'],
  },
  'assigned-after-refusal': {
    title: 'Assigned after refusal',
    about:
      'A request for the same access was denied or expired, and the access was then granted without a human decision.',
    techniques: ['T1098'],
  },
  'role-granted-then-used': {
    title: 'Role granted, then used',
    about:
      'Someone assigned the access, or changed what governs it, soon after getting an entitlement management role.',
    techniques: ['T1098', 'T1484'],
  },
  'no-approval-record': {
    title: 'No approval record',
    about: 'Access was delivered, and no record says that it was approved or assigned.',
    techniques: ['T1098'],
  },
};
