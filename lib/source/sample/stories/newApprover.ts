import { packageTarget, policyOf } from '../accessPackages';
import { day, hour } from '../calendar';
import { configuring, directing } from '../operations';
import { policies } from '../packages';
import type { Story } from '../story';
import { target } from '../targets';

/**
 * C9 new-approver. Finn Aldous's account is twelve days old and he has been an approver of the artifact registry
 * for three when he approves Irina Bogdan.
 */
export const newApprover: Story = {
  check: 'new-approver',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [aldous, bogdan] = [people.part('aldous'), people.part('bogdan')];
    const [zielinska, lindqvist] = [people.part('zielinska'), people.part('lindqvist')];
    const registry = packages.named('Artifact Registry - Publisher');
    const policy = policyOf(registry, 'owner');
    const at = scene.workday(6, bogdan, '14:10:00');
    scene.granted(
      { package: registry, policy, target: bogdan },
      { at, by: bogdan, reason: 'Publishing the signing service while Tove is away' },
      { at: at + 1.1 * hour, by: aldous, reason: 'Part of the release team now' },
    );
    scene.note(at - 12 * day, directing.addUser, zielinska.identity, [aldous.identity.target]);
    const promoted = at - 3 * day + 1 * hour;
    const approvers = (ids: string[]) => JSON.stringify(ids);
    const changes = [
      ['PrimaryApprovers', approvers([lindqvist.id]), approvers([lindqvist.id, aldous.id])],
    ] as const;
    scene.note(
      promoted,
      configuring.updatePolicy,
      zielinska.identity,
      [
        target('AccessPackageAssignmentPolicy', policy.id, policies[policy.kind].name, changes),
        packageTarget(registry, promoted),
        aldous.identity.target,
      ],
      { ip: zielinska.office.address, details: [['IsApprovalRequiredForAdd', 'True']] },
    );
  },
};
