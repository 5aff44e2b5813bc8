import { alex, approve, asks, autoApprove, bea, chen, dana, decides, ours, requestId } from '../store/build';
import { checking } from './checking';
import { approvalOn, configures, packageTarget } from './configuring';

const check = checking('configured-by-party');
const update = 'Update access package';
const ofPackage = { targets: [packageTarget()] };
const granted = [asks('20 10:00'), decides('approved', '20 11:00', bea, 'ok'), approve('20 11:00', bea)];

check(
  'the requestor changed the package before',
  [configures(update, '18 10:00', { ...ofPackage, by: alex }), ...granted],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'Alex Rivera, who asked, changed the package 2 d before it was asked for.',
      records: [`${update} 18 10:00 Alex Rivera 0`],
    },
  ],
);
check(
  'an approver changed the policy, twice',
  [approvalOn('10 10:00', { by: bea }), approvalOn('19 10:00', { by: bea }), ...granted],
  [
    {
      request: requestId(),
      strength: 'low',
      sentence:
        'Bea Okafor, who approved, changed a policy of the package 1 d before it was asked for; the last of 2 changes in 30 days.',
    },
  ],
);
check('somebody else changed the package', [configures(update, '18 10:00', ofPackage), ...granted], []);
check(
  'the requestor changed it afterwards',
  [...granted, configures(update, '21 10:00', { ...ofPackage, by: alex })],
  [],
);
check(
  'an administrator who assigns others had configured the package',
  [
    configures(update, '18 10:00', ofPackage),
    ours('Administrator directly assigns user to access package', '20 10:00', dana),
  ],
  [],
);
check(
  'an administrator who configured the package receives it',
  [
    configures(update, '18 10:00', ofPackage),
    ours('Administrator directly assigns user to access package', '20 10:00', dana, { receiver: dana }),
  ],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'Dana Holm, who received the access, changed the package 2 d before it was asked for.',
    },
  ],
);
check(
  'a namesake with another account changed the package',
  [
    configures(update, '18 10:00', { ...ofPackage, by: { ...chen, name: alex.name } }),
    asks('20 10:00'),
    autoApprove('20 10:01'),
  ],
  [],
);
