import { describe } from 'vitest';
import {
  alex,
  approve,
  asks,
  at,
  autoApprove,
  bea,
  dana,
  decides,
  delivers,
  deny,
  governance,
  ours,
  portal,
  type Said,
} from './build';
import { folding } from './folding';

const check = folding();

const grant = [
  asks('08:00'),
  decides('approved', '09:00', bea, 'ok'),
  approve('09:00:02', bea),
  delivers('09:01'),
];
const removalByAdministrator = (time: string, said: Said = {}) =>
  ours('Administrator directly removes user access package assignment', time, dana, { request: 2, ...said });
const removed = (time: string, said: Said = {}) =>
  ours('Remove access package assignment', time, governance, { request: 2, ...said });
const kept = { outcome: 'approved', removedAt: null, endedAt: null } as const;

describe('the grant that a removal ends keeps its outcome and says when', () => {
  check(
    'by an administrator, at the time the access was removed',
    [...grant, removalByAdministrator('5 10:00'), removed('5 10:05')],
    { kind: 'request', outcome: 'approved', removedAt: at('5 10:05'), endedAt: at('5 10:05') },
    { kind: 'removal', outcome: 'assigned', removedAt: null, requestedAt: at('5 10:00') },
  );
  check(
    'by an administrator, at the time of the request where that is all there is',
    [...grant, removalByAdministrator('5 10:00')],
    { removedAt: at('5 10:00') },
    { kind: 'removal' },
  );
  check(
    'by the user, once it was approved',
    [
      ...grant,
      ours('User requests to remove access package assignment', '5 10:00', alex, { request: 2 }),
      autoApprove('5 10:01', { request: 2 }),
    ],
    { outcome: 'approved', removedAt: at('5 10:01') },
    { kind: 'removal', outcome: 'auto-approved' },
  );
  check(
    'by the system',
    [
      ...grant,
      ours(
        'Entitlement Management removes access package assignment request for user',
        '5 10:00',
        governance,
        {
          request: 2,
        },
      ),
    ],
    { outcome: 'approved', removedAt: at('5 10:00') },
    { kind: 'removal', outcome: 'policy-assigned' },
  );
  check(
    'by a record of removed access that names the grant itself',
    [...grant, removed('5 10:05', { request: 1 })],
    {
      outcome: 'approved',
      removedAt: at('5 10:05'),
      endedAt: at('5 10:05'),
    },
  );
  check(
    'a direct assignment ends in the same way',
    [
      ours('Administrator directly assigns user to access package', '08:00', dana),
      removalByAdministrator('5 10:00'),
    ],
    { outcome: 'assigned', removedAt: at('5 10:00') },
    {},
  );
});

describe('each removal ends the grant it follows', () => {
  check(
    'a grant made again ends at the next removal',
    [
      ...grant,
      removalByAdministrator('5 10:00'),
      asks('6 08:00', { request: 3 }),
      autoApprove('6 08:00:01', { request: 3 }),
      removalByAdministrator('7 10:00', { request: 4 }),
    ],
    { removedAt: at('5 10:00') },
    { kind: 'removal' },
    { removedAt: at('7 10:00') },
    { kind: 'removal' },
  );
  check(
    'one made again since is not ended by the old removal',
    [
      ...grant,
      removalByAdministrator('5 10:00'),
      asks('6 08:00', { request: 3 }),
      autoApprove('6 08:00:01', { request: 3 }),
    ],
    { removedAt: at('5 10:00') },
    {},
    { removedAt: null, endedAt: null },
  );
  check(
    'a removal of another package ends nothing',
    [...grant, removalByAdministrator('5 10:00', { package: portal })],
    kept,
    {},
  );
  check(
    'a removal of another person’s access ends nothing',
    [...grant, removalByAdministrator('5 10:00', { receiver: bea })],
    kept,
    {},
  );
});

describe('a removal that did not come about ends nothing', () => {
  const asked = ours('User requests to remove access package assignment', '5 10:00', alex, { request: 2 });
  check('pending', [...grant, asked], kept, { outcome: 'pending' });
  check('denied', [...grant, asked, deny('5 11:00', bea, { request: 2 })], kept, { outcome: 'denied' });
  check(
    'cancelled',
    [...grant, asked, ours('Cancel access package assignment request', '5 11:00', alex, { request: 2 })],
    kept,
    { outcome: 'cancelled' },
  );
});

check(
  'a request that was never granted is not removed',
  [asks('08:00'), deny('09:00', bea), removalByAdministrator('5 10:00')],
  { outcome: 'denied', removedAt: null, endedAt: at('09:00') },
  {},
);
