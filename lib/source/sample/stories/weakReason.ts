import { policyOf } from '../accessPackages';
import { hour } from '../calendar';
import type { Story } from '../story';

/**
 * C3 weak-reason. Everybody who asks to read production says why. Sunil Nair writes a full stop, and Luís da
 * Costa, who owns the data, writes "k".
 */
export const weakReason: Story = {
  check: 'weak-reason',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [nair, dacosta] = [people.part('nair'), people.part('dacosta')];
    const production = packages.named('Production Read Only');
    const about = { package: production, policy: policyOf(production, 'owner') };
    const at = scene.workday(4, nair, '15:20:00');
    scene.granted(
      { ...about, target: nair },
      { at, by: nair, reason: '.' },
      { at: at + 3.2 * hour, by: dacosta, reason: 'k' },
    );
    scene.history(12, about, 5);
  },
};
