import { policyOf } from '../accessPackages';
import { hour, minute } from '../calendar';
import type { Story } from '../story';

/**
 * C10 paired-accounts. Noémie Lacroix and Bastián Sandoval approve each other's requests within four weeks, all
 * of it from one address that nobody else uses. And adm-jsmith approves j.smith, from j.smith's own address.
 */
export const pairedAccounts: Story = {
  check: 'paired-accounts',
  marked: 5,
  tell(scene) {
    const { people, packages } = scene.world;
    const [lacroix, sandoval] = [people.part('lacroix'), people.part('sandoval')];
    const ip = '192.0.2.77';
    const uses = [
      [
        lacroix,
        sandoval,
        'Price Book - Editor',
        'Price list for Montclar changes on the 1st',
        'Go ahead',
        26,
        '17:45:00',
      ],
      [
        sandoval,
        lacroix,
        'Deal Desk',
        'Bellarda wants a second round',
        'Yes, joining me on Bellarda',
        21,
        '12:20:00',
      ],
      [lacroix, sandoval, 'CRM - Report Builder', 'Quota report for the two of us', 'Fine', 13, '18:30:00'],
      [sandoval, lacroix, 'CRM - Report Builder', 'Same report, my half', 'Fine', 6, '18:52:00'],
    ] as const;
    for (const [by, approver, name, reason, answer, daysBefore, clock] of uses) {
      const about = packages.named(name);
      const at = scene.workday(daysBefore, by, clock);
      scene.granted(
        { package: about, policy: policyOf(about, 'owner'), target: by },
        { at, by, reason, ip },
        { at: at + 34 * minute, by: approver, reason: answer, ip },
      );
    }
    const [smith, admin] = [people.part('smith'), people.part('smithAdmin')];
    const agents = packages.named('Build Agents - Operator');
    const at = scene.workday(3, smith, '20:15:00');
    scene.granted(
      { package: agents, policy: policyOf(agents, 'owner'), target: smith },
      { at, by: smith, reason: 'Rotating the signing key on the agents', ip: smith.home },
      { at: at + 1.2 * hour, by: admin, reason: 'Discussed with Jordan', ip: smith.home },
    );
  },
};
