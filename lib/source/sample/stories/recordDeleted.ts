import { policyOf } from '../accessPackages';
import { hour, minute } from '../calendar';
import { requesting } from '../operations';
import type { Story } from '../story';

/**
 * C7 record-deleted-access-kept. Elisa Marchetti approves Dario Ferro for the matter workspace and deletes the
 * record of the request 28 minutes after it was delivered. He keeps the access.
 */
export const recordDeleted: Story = {
  check: 'record-deleted-access-kept',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [marchetti, ferro] = [people.part('marchetti'), people.part('ferro')];
    const matters = packages.named('Matter Workspace');
    const at = scene.workday(10, ferro, '10:12:00');
    const life = scene.granted(
      { package: matters, policy: policyOf(matters, 'owner'), target: ferro },
      { at, by: ferro, reason: 'Project Harbour, opposing side documents' },
      { at: at + 1.4 * hour, by: marchetti, reason: 'Agreed' },
    );
    const deleted = (life.deliveredAt ?? at) + 28 * minute;
    life.add(deleted, requesting.deleteRecord, marchetti.identity, { ip: marchetti.home });
  },
};
