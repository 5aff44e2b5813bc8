import { policyOf } from '../accessPackages';
import { day, hour, minute } from '../calendar';
import type { Story } from '../story';

/**
 * C11 approved-after-refusal. Ruth Hofstetter denies Anton Petrov customer-level data; two days later he asks
 * again and Sílvio Duarte approves. Jonas Brandt's request for the price book expires unanswered, and is
 * approved by somebody else when he repeats it.
 */
export const approvedAfterRefusal: Story = {
  check: 'approved-after-refusal',
  marked: 2,
  tell(scene) {
    const { people, packages } = scene.world;
    const [petrov, hofstetter, duarte] = [
      people.part('petrov'),
      people.part('hofstetter'),
      people.part('duarte'),
    ];
    const customerData = packages.named('Data Lake - Customer Detail');
    const about = { package: customerData, policy: policyOf(customerData, 'owner') };
    const first = scene.workday(11, petrov, '11:05:00');
    const again = first + 2 * day;
    const reason = 'Customer list of Hexham Mutual for the tender';
    scene.granted(
      { ...about, target: petrov },
      { at: again, by: petrov, reason: `${reason}, as spoken` },
      { at: again + 50 * minute, by: duarte, reason: 'OK for the tender' },
    );
    const [brandt, lacroix] = [people.part('brandt'), people.part('lacroix')];
    const prices = packages.named('Price Book - Editor');
    const priced = { package: prices, policy: policyOf(prices, 'owner'), target: brandt };
    const forgotten = scene.workday(22, brandt, '13:40:00');
    const repeated = scene.workday(5, brandt, '09:15:00');
    scene.granted(
      priced,
      { at: repeated, by: brandt, reason: 'Second try, the first one ran out. Alpine prices for October.' },
      { at: repeated + 2 * hour, by: lacroix, reason: 'ok, Bastián is away' },
    );
    scene
      .request({ ...about, target: petrov })
      .ask(first, petrov, { reason, ip: petrov.office.address })
      .awaitDecision(first)
      .decide(first + 4.5 * hour, hofstetter, 'denied', {
        reason: 'Sales has no basis to see single customers. Use the aggregated board.',
        ip: hofstetter.office.address,
        last: true,
      });
    scene
      .request(priced)
      .ask(forgotten, brandt, { reason: 'Alpine prices for October', ip: brandt.office.address })
      .awaitDecision(forgotten)
      .expire(forgotten + 14 * day);
  },
};
