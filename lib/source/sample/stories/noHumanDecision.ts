import { packageTarget, policyOf } from '../accessPackages';
import { minute } from '../calendar';
import { configuring, requesting } from '../operations';
import type { Story } from '../story';
import { target } from '../targets';

/**
 * C5 no-human-decision. The package behind the role-assignable group of the Entra administrators gains a second
 * policy without approval. Three weeks later Tobias Voss asks under it and is in the group two minutes on, with
 * nobody asked; Radu Stoica is put in directly by an administrator.
 */
export const noHumanDecision: Story = {
  check: 'no-human-decision',
  marked: 2,
  tell(scene) {
    const { people, packages } = scene.world;
    const [voss, stoica, quinlan] = [people.part('voss'), people.part('stoica'), people.part('quinlan')];
    const tierZero = packages.named('Tier 0 - Entra Administrators');
    const id = scene.random.guid();
    const name = 'Break-fix - no approval';
    const policy = {
      id,
      kind: 'everybody',
      stages: [],
      target: target('AccessPackageAssignmentPolicy', id, name),
    } as const;
    const asked = scene.workday(7, voss, '18:47:00');
    scene
      .request({ package: tierZero, policy, target: voss })
      .ask(asked, voss, { reason: 'certificate rollover', ip: voss.home })
      .autoApprove(asked)
      .deliver(asked + 2500);
    const assigned = scene.workday(5, quinlan, '17:55:00');
    scene
      .request({ package: tierZero, policy: policyOf(tierZero, 'direct'), target: stoica })
      .ask(assigned, quinlan, { operation: requesting.administratorAssigns, ip: quinlan.home })
      .deliver(assigned + 1 * minute);
    const created = scene.workday(28, quinlan, '16:12:00');
    const changes = [['IsApprovalRequiredForAdd', null, 'False']] as const;
    scene.note(
      created,
      configuring.createPolicy,
      quinlan.identity,
      [target('AccessPackageAssignmentPolicy', id, name, changes), packageTarget(tierZero, created)],
      {
        ip: quinlan.home,
        details: [
          ['IsApprovalRequiredForAdd', 'False'],
          ['SpecificAllowedTargets', 'AllMemberUsers'],
        ],
      },
    );
  },
};
