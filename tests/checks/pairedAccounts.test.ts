import { alex, bea, chen, dana, type Person, requestId } from '../store/build';
import { checking } from './checking';
import { approved } from './decided';

const check = checking('paired-accounts');
const at = (person: Person): Person => ({ ...person, ip: '192.0.2.77' });
const named = (person: Person, upn: string): Person => ({ ...person, upn });
const there = approved(1, '3 09:00', '3 10:00', { by: alex, approver: bea });
const andBack = approved(2, '9 09:00', '9 10:00', { by: bea, approver: alex });
const byOthers = approved(3, '4 09:00', '4 10:00', { by: dana, approver: chen });

check(
  'who approves back within the days is marked where others could have',
  [...there, ...byOthers, ...andBack],
  [
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example and alex.rivera@contoso.example approved for each other, 2 times in all in 90 days.',
    },
  ],
);
check(
  'where no more than two approve for the package it is low',
  [...there, ...andBack],
  [
    {
      request: requestId(2),
      strength: 'low',
      sentence:
        'bea.okafor@contoso.example and alex.rivera@contoso.example approved for each other, 2 times in all in 90 days. No more than two people approve for this package.',
    },
  ],
);
check(
  'one who approves again and again for another is no pair',
  [...there, ...byOthers, ...approved(2, '9 09:00', '9 10:00', { by: alex, approver: bea })],
  [],
);
check(
  'a first meeting at an address of nobody else is strong',
  approved(1, '3 09:00', '3 10:00', { by: at(alex), approver: at(bea) }),
  [
    {
      request: requestId(1),
      strength: 'strong',
      sentence:
        'The first approval by bea.okafor@contoso.example for alex.rivera@contoso.example in 180 days. Both came from 192.0.2.77, which nobody else used.',
    },
  ],
);
check('a first meeting alone is ordinary life', there, []);
check(
  'an account and its administrator’s account are marked',
  approved(1, '3 09:00', '3 10:00', {
    by: named(alex, 'j.smith@contoso.example'),
    approver: named(bea, 'adm-jsmith@contoso.example'),
  }),
  [
    {
      request: requestId(1),
      strength: 'low',
      sentence:
        'The first approval by adm-jsmith@contoso.example for j.smith@contoso.example in 180 days. The account names j.smith@contoso.example and adm-jsmith@contoso.example are alike.',
    },
  ],
);
check(
  'namesakes with a number are not alike',
  approved(1, '3 09:00', '3 10:00', {
    by: named(alex, 'j.smith@contoso.example'),
    approver: named(bea, 'j.smith2@contoso.example'),
  }),
  [],
);
