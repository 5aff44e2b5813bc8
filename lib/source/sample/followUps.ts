import { apps } from './apps';
import { day } from './calendar';
import { Lifecycle } from './lifecycle';
import { requesting } from './operations';
import type { Person } from './person';
import type { Random } from './random';
import { requestorReason } from './reason';
import { letDecide, settingOf } from './stages';
import { addressOf, atWork } from './when';
import type { World } from './world';

/** How many days after a grant each of these follows it. */
export const lasting = {
  extension: 26,
  'removal by user': 17,
  'removal by administrator': 9,
  'removal by system': 30,
} as const;

export type FollowUp = keyof typeof lasting;

/**
 * A request about access given before: its extension or its removal, on the UTC day `date`. What a service
 * principal has, an administrator removes.
 */
export function followUp(
  world: World,
  random: Random,
  kind: FollowUp,
  grant: Lifecycle,
  date: number,
): Lifecycle {
  const { package: one, policy, target } = grant.subject;
  const person = world.people.withId(target.id);
  const removal = kind !== 'extension' || person === null;
  const life = new Lifecycle(random, { package: one, policy, target, removal });
  if (kind === 'removal by system') {
    const at = date + ((grant.deliveredAt ?? date) % day);
    return life.ask(at, apps.governance, { operation: requesting.policyRemoves }).deliver(at);
  }
  if (kind === 'removal by administrator' || person === null) {
    const administrators: Person[] = [
      world.people.part('brennan'),
      world.people.part('zielinska'),
      ...one.owners,
    ];
    const { who, at } = atWork(world, random, date, (draw) => draw.pick(administrators));
    return life
      .ask(at, who, { operation: requesting.administratorRemoves, ip: addressOf(random, who, at) })
      .deliver(at);
  }
  const { who, at } = atWork(world, random, date, () => person);
  const ip = addressOf(random, who, at);
  if (kind === 'removal by user') {
    return life
      .ask(at, who, { operation: requesting.userRemoves, reason: null, ip })
      .autoApprove(at)
      .deliver(at + 2500);
  }
  const reason = requestorReason(random, settingOf(world, random, life, who, at), one.row.asks !== 'neither');
  life.ask(at, who, { operation: requesting.userExtends, reason, ip });
  const approved = letDecide(world, random, life, who, at);
  if (approved === null) return life;
  life.add(approved + 700, requesting.extend, life.recipient(approved));
  return life.add(approved + 2100, requesting.fulfill, life.recipient(approved));
}
