import {
  type App,
  approval,
  approve,
  asks,
  autoApprove,
  bea,
  decides,
  governance,
  ours,
  requestId,
} from '../store/build';
import { checking } from './checking';
import { approvalOff, configures, packageTarget } from './configuring';

const check = checking('application-acted');
const sync: App = {
  servicePrincipalId: 'b0b0b0b0-0000-4000-8000-000000000009',
  appId: null,
  name: 'svc-sync',
};
const assigns = (request: number) =>
  ours('Administrator directly assigns user to access package', `${request} 10:00`, sync, { request });
const first = 'The application svc-sync assigned. It had not done so in the 180 days before.';

check('an application that assigns for the first times, and then as usual', [1, 2, 3, 4, 5, 6].map(assigns), [
  { request: requestId(1), strength: 'medium', sentence: first },
  {
    request: requestId(2),
    strength: 'medium',
    sentence: 'The application svc-sync assigned. It had done so 1 time in the 180 days before.',
  },
  { request: requestId(3), strength: 'medium', sentence: expectEarlier(2) },
  { request: requestId(4), strength: 'medium', sentence: expectEarlier(3) },
  { request: requestId(5), strength: 'medium', sentence: expectEarlier(4) },
  { request: requestId(6), strength: 'low', sentence: expectEarlier(5) },
]);

function expectEarlier(times: number): string {
  return `The application svc-sync assigned. It had done so ${times} times in the 180 days before.`;
}

check(
  'an application that approves',
  [asks('10:00'), approval('Request approved', '11:00', sync), approve('11:00', bea)],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'The application svc-sync approved.',
      records: ['Request approved 11:00 svc-sync 1'],
    },
  ],
);
check(
  'an application that switches approval off before',
  [approvalOff('09:00', { by: sync }), asks('10:00'), autoApprove('10:01')],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'The application svc-sync switched approval off 1 h 00 m before it was asked for.',
    },
  ],
);
check(
  'an application that changes the package every day',
  [
    configures('Update access package', '09:00', { by: sync, targets: [packageTarget()] }),
    asks('10:00'),
    decides('approved', '11:00', bea, 'ok'),
    approve('11:00', bea),
  ],
  [],
);
check(
  'what entitlement management does of itself',
  [
    ours('Entitlement Management creates access package assignment request for user', '10:00', governance),
    asks('11:00', { request: 2 }),
    autoApprove('11:01', { request: 2 }),
  ],
  [],
);
