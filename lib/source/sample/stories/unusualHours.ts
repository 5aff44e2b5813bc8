import { policyOf } from '../accessPackages';
import { day, hour, minute } from '../calendar';
import type { Story } from '../story';

/** What is asked for, and what she writes beside it. */
const asks = [
  ['Signing fails on agent 7, INC0051290', 'Saw the ticket, go on'],
  ['On the release rota next week', 'Rota checked'],
  ['Moving Basalt to the new agents', 'Basalt is on the list'],
  ['Disk full on two agents, need to clean up', 'Please do, and tell me what it was'],
  ['Agent image for the Quartz team', 'Only the Quartz pool please'],
  ['Stand-in for Michał until Friday', 'Until Friday'],
  ['Cache volume for Lighthouse', 'Looks right'],
  ['Debugging the flaky nightly run', 'At last somebody looks at it'],
  ['Retiring the old pool, CHG-4471', 'Matches the change'],
] as const;

/**
 * C12 unusual-hours-or-volume. Tove Lindqvist decides once or twice on a working day. On one Sunday, from 02:41
 * Munich time on, she works through nine requests that had been waiting since Friday.
 */
export const unusualHours: Story = {
  check: 'unusual-hours-or-volume',
  marked: 9,
  tell(scene) {
    const { people, packages } = scene.world;
    const lindqvist = people.part('lindqvist');
    const agents = packages.named('Build Agents - Operator');
    const about = { package: agents, policy: policyOf(agents, 'owner') };
    const night = scene.sunday(4, lindqvist, '02:41:00');
    const askers = people.in('Engineering').filter(({ id }) => id !== lindqvist.id);
    for (const [number, [reason, answer]] of asks.entries()) {
      const by = askers[3 * number + 2] ?? people.part('pawlak');
      const asked = night - 1.6 * day + (scene.random.unit() - 0.5) * 5 * hour;
      const answered = night + number * 4.3 * minute + scene.random.below(60000);
      scene.granted(
        { ...about, target: by },
        { at: asked, by, reason },
        { at: answered, by: lindqvist, reason: answer },
      );
    }
    scene.history(45, about, 8);
  },
};
