import { packageTarget, policyOf } from '../accessPackages';
import { minute, second } from '../calendar';
import { configuring } from '../operations';
import { policies } from '../packages';
import type { Story } from '../story';
import { target } from '../targets';

/**
 * C6 policy-weakened-before. One evening Ciara Quinlan switches approval off for the backup operators; Radu
 * Stoica asks twenty minutes later and is let in by nobody; she switches approval on again before eight.
 */
export const policyWeakenedBefore: Story = {
  check: 'policy-weakened-before',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [quinlan, stoica] = [people.part('quinlan'), people.part('stoica')];
    const backups = packages.named('Backup Operators');
    const policy = policyOf(backups, 'managerThenOwner');
    const off = scene.workday(9, quinlan, '19:04:30');
    const asked = off + 20 * minute + 12 * second;
    scene
      .request({ package: backups, policy, target: stoica })
      .ask(asked, stoica, { reason: 'restore for ticket INC0041873', ip: stoica.home })
      .autoApprove(asked)
      .deliver(asked + 2500);
    const turn = (at: number, before: 'True' | 'False', after: 'True' | 'False') => {
      const { name } = policies[policy.kind];
      const changes = [['IsApprovalRequiredForAdd', before, after]] as const;
      scene.note(
        at,
        configuring.updatePolicy,
        quinlan.identity,
        [target('AccessPackageAssignmentPolicy', policy.id, name, changes), packageTarget(backups, at)],
        {
          ip: quinlan.home,
          details: [
            ['IsApprovalRequiredForAdd', after],
            ['SpecificAllowedTargets', 'None'],
          ],
        },
      );
    };
    turn(off, 'True', 'False');
    turn(off + 43 * minute, 'False', 'True');
  },
};
