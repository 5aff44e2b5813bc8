import { policyOf } from '../accessPackages';
import { hour } from '../calendar';
import type { Story } from '../story';

/**
 * C4 reused-reason. Four people of four departments ask for customer-level data within ten days, all of them
 * with the same two words, in capitals or with an extra space.
 */
export const reusedReason: Story = {
  check: 'reused-reason',
  marked: 4,
  tell(scene) {
    const { people, packages } = scene.world;
    const customerData = packages.named('Data Lake - Customer Detail');
    const about = { package: customerData, policy: policyOf(customerData, 'owner') };
    const owner = people.part('duarte');
    const uses = [
      ['wilde', 'access needed', 21, '10:05:00'],
      ['pawlak', 'Access needed', 18, '12:31:00'],
      ['farias', 'access  needed', 15, '09:48:00'],
      ['thakur', 'ACCESS NEEDED', 12, '16:02:00'],
    ] as const;
    for (const [name, reason, daysBefore, clock] of uses) {
      const by = people.part(name);
      const at = scene.workday(daysBefore, by, clock);
      const answer = { at: at + 5.3 * hour, by: owner, reason: 'Fine for the churn work' };
      scene.granted({ ...about, target: by }, { at, by, reason }, answer);
    }
  },
};
