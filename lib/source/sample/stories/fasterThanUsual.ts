import { policyOf } from '../accessPackages';
import { second } from '../calendar';
import type { Story } from '../story';

const asks = [
  'supplier run is stuck',
  'payment run',
  'need to release the blocked ones',
  'vendor block list',
  'open items, urgent',
  'Norrvik credit note',
  'correcting the bank details of two vendors',
  'invoice approval',
  'accruals',
  'duplicate check for Valdoro',
  'vendor master',
  'posting keys',
  'tax codes in payables',
  'last one for tonight',
];
const answers = ['ok', null, null, 'ok', '', null, 'ok', null, 'OK', null, null, 'ok', null, 'ok'];
const delays = [9, 12, 7, 21, 5, 40, 18, 6, 11, 33, 8, 14, 26, 10];

/**
 * C1 faster-than-usual. Marta Ortega owns the payables data and takes hours over a request, in office hours.
 * One night, from 03:12 Lisbon time on, fourteen people ask for payables and she approves each of them 5 to 40
 * seconds later, with "ok" or no word at all, from an address that nobody else uses.
 */
export const fasterThanUsual: Story = {
  check: 'faster-than-usual',
  marked: 14,
  tell(scene) {
    const { people, packages } = scene.world;
    const ortega = people.part('ortega');
    const payables = packages.named('Finance ERP - Payables');
    const about = { package: payables, policy: policyOf(payables, 'owner') };
    const askers = [people.part('kovacs'), ...people.in('Finance').filter(({ id }) => id !== ortega.id)];
    let at = scene.workday(4, ortega, '03:12:20');
    for (const [number, reason] of asks.entries()) {
      const by = askers[number % askers.length] ?? people.part('kovacs');
      const delay = (delays[number] ?? 9) * second;
      const answer = { at: at + delay, by: ortega, reason: answers[number] ?? null, ip: '192.0.2.44' };
      scene.granted({ ...about, target: by }, { at, by, reason }, answer);
      at += delay + scene.random.between(8, 50) * second;
    }
    scene.history(60, about, 13);
  },
};
