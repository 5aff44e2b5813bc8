import { packageTarget, policyOf } from '../accessPackages';
import { day, hour, minute, second } from '../calendar';
import { configuring } from '../operations';
import { policies } from '../packages';
import { named } from '../person';
import type { Story } from '../story';
import { target } from '../targets';

const accessPackageManager = '7f480852-ebdc-47d4-87de-0d8498384a83';

/**
 * C6 policy-weakened-before. Aoife Brennan makes Ciara Quinlan manager of the catalogue's access packages. Two days
 * later, in the evening, Ciara switches approval off for the backup operators; Radu Stoica asks twenty minutes later
 * and is let in by nobody; she switches approval on again before eight.
 */
export const policyWeakenedBefore: Story = {
  check: 'policy-weakened-before',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [quinlan, stoica, brennan] = [
      people.part('quinlan'),
      people.part('stoica'),
      people.part('brennan'),
    ];
    const backups = packages.named('Backup Operators');
    const policy = policyOf(backups, 'managerThenOwner');
    const off = scene.workday(9, quinlan, '19:04:30');
    const asked = off + 20 * minute + 12 * second;
    scene
      .request({ package: backups, policy, target: stoica })
      .ask(asked, stoica, { reason: 'restore', ip: stoica.home })
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
    const given = off - 2 * day - 5 * hour;
    scene.note(
      given,
      configuring.addRole,
      brennan.identity,
      [
        named(quinlan, given).target,
        target('AccessPackageCatalog', backups.catalog.id, backups.catalog.name),
      ],
      { details: [['RoleDefinitionId', accessPackageManager]] },
    );
    turn(off, 'True', 'False');
    turn(off + 43 * minute, 'False', 'True');
  },
};
