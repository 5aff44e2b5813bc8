import { policyOf } from '../accessPackages';
import { apps } from '../apps';
import { day, hour, minute } from '../calendar';
import { configuring, requesting } from '../operations';
import type { Scene } from '../scene';

/** Requests that are not through when the data end: asked, half approved, scheduled, being delivered. */
export function underWay(scene: Scene): void {
  const { people, packages, until } = scene.world;
  const next = () => scene.random.pick(people.members);
  const production = packages.named('Production Read Only');
  const twoStages = { package: production, policy: policyOf(production, 'managerThenOwner') };
  for (const [ago, reason] of [
    [40 * minute, 'On call from tonight, taking over from Conor'],
    [3 * hour, 'Checking the queue depth after the release'],
    [26 * hour, 'capacity review, read only is enough'],
    [3.2 * day, null],
  ] as const) {
    const by = next();
    scene
      .request({ ...twoStages, target: by })
      .ask(until - ago, by, { reason, ip: by.home })
      .awaitDecision(until - ago);
  }
  const half = next();
  scene
    .request({ ...twoStages, target: half })
    .ask(until - 2 * day, half, { reason: 'Migration of the Atlas queue', ip: half.home })
    .awaitDecision(until - 2 * day)
    .decide(until - 1.1 * day, half.manager ?? people.part('dacosta'), 'approved', {
      reason: 'Yes, has run it before',
      ip: null,
      last: false,
    })
    .add(until - 3 * hour, configuring.nudge, apps.governance);
  const agents = packages.named('Test Environments');
  const free = { package: agents, policy: policyOf(agents, 'everybody') };
  for (const ago of [4 * minute, 70 * minute]) {
    const by = next();
    const life = scene
      .request({ ...free, target: by })
      .ask(until - ago, by, { reason: 'load test', ip: by.home });
    life.autoApprove(until - ago).add(until - ago + 6000, requesting.ready, life.recipient(until));
  }
  const later = next();
  const scheduled = scene.request({ ...free, target: later });
  scheduled.ask(until - 1.5 * day, later, { reason: 'From the 1st of next month on', ip: later.home });
  scheduled.autoApprove(until - 1.5 * day);
  scheduled.add(until - 1.5 * day + 6000, requesting.schedule, scheduled.recipient(until));
}
