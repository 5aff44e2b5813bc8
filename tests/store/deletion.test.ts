import { asks, at, autoApprove, bea, dana, delivers, governance, ours } from './build';
import { folding } from './folding';

const check = folding();

const grant = [asks('08:00'), autoApprove('08:01'), delivers('08:02')];
const kept = { outcome: 'auto-approved', delivery: 'delivered', removedAt: null, endedAt: null } as const;

check(
  'deleting the request record says when and by whom, and leaves request and access as they are',
  [...grant, ours('Delete access package assignment request', '5 10:00', dana)],
  { ...kept, recordDeletedAt: at('5 10:00'), recordDeletedBy: dana.upn },
);
check(
  'an application that deletes it is told by its name',
  [...grant, ours('Delete access package assignment request', '5 10:00', governance)],
  { ...kept, recordDeletedBy: governance.name },
);
for (const operation of [
  'Delete access package assignment request for a deleted user',
  'Delete access package assignment for a deleted user',
])
  check(`housekeeping is no deletion: ${operation}`, [...grant, ours(operation, '5 10:00', governance)], {
    ...kept,
    recordDeletedAt: null,
    recordDeletedBy: null,
  });
check(
  'a deletion that failed deleted nothing',
  [
    ...grant,
    ours('Delete access package assignment request', '5 10:00', dana, { but: { result: 'failure' } }),
  ],
  { ...kept, recordDeletedAt: null, recordDeletedBy: null },
);
check(
  'answers edited by the approver say when and by whom',
  [...grant, ours('Update request answers by approver', '5 10:00', bea)],
  { ...kept, answersEditedAt: at('5 10:00'), answersEditedBy: bea.upn },
);
