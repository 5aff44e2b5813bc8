import { approve, asks, bea, decides, delivers, governance, ours, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('record-deleted-access-kept');
const granted = [
  asks('08:00'),
  decides('approved', '09:00', bea, 'ok'),
  approve('09:00:02', bea),
  delivers('09:01'),
];
const deletes = (time: string) => ours('Delete access package assignment request', time, bea);
const removes = (time: string) => ours('Remove access package assignment', time, governance);
const kept = (sentence: string) => [{ request: requestId(), strength: 'strong', sentence }];

check(
  'a record deleted while the access stays is marked',
  [...granted, deletes('09:29')],
  kept(
    'Request record deleted 28 m after delivery by bea.okafor@contoso.example; no removal of the access is in the data.',
  ),
);
check(
  'access removed days later had stayed',
  [...granted, deletes('09:29'), removes('7 09:29')],
  kept(
    'Request record deleted 28 m after delivery by bea.okafor@contoso.example; the access was removed 4 d after that.',
  ),
);
check('access removed within a day makes it tidying', [...granted, deletes('09:29'), removes('4 08:00')], []);
check('access removed before is no longer there', [...granted, removes('10:00'), deletes('12:00')], []);
check(
  'housekeeping after a deleted user does not count',
  [...granted, ours('Delete access package assignment request for a deleted user', '10:00', governance)],
  [],
);
check('a record deleted before anything was delivered is not marked', [asks('08:00'), deletes('09:00')], []);
