import { answeredAt, approverFor } from './approval';
import { day, hour } from './calendar';
import type { Lifecycle } from './lifecycle';
import type { Person } from './person';
import type { Random } from './random';
import { approverReason, type Setting } from './reason';
import { addressOf } from './when';
import type { World } from './world';

/** How long an approval waits for its people before it expires. */
const patience = 14 * day;

/**
 * Lets the policy's stages answer a request made at `asked`. Returns the instant of the last approval, or null
 * when the request was refused, cancelled or left to expire.
 */
export function letDecide(
  world: World,
  random: Random,
  life: Lifecycle,
  requestor: Person,
  asked: number,
): number | null {
  const { package: one, policy, target } = life.subject;
  if (policy.stages.length === 0) {
    life.autoApprove(asked);
    return asked + 2500;
  }
  life.awaitDecision(asked);
  const forgotten = random.chance(0.028) ? random.below(policy.stages.length) : -1;
  const withdrawn = random.chance(0.022);
  let reached = asked;
  for (const [index, stage] of policy.stages.entries()) {
    const approver = approverFor(world, random, stage, one, requestor, target);
    const at = answeredAt(random, approver, reached);
    if (withdrawn) {
      life.cancel(Math.min(asked + random.unit() * (at - asked), asked + 60 * hour), requestor);
      return null;
    }
    if (index === forgotten || at - reached > patience) {
      life.expire(reached + patience);
      return null;
    }
    const verdict = random.chance(approver.habit.refuses) ? 'denied' : 'approved';
    const setting = settingOf(world, random, life, approver, at);
    const asks = one.row.asks === 'both' || random.chance(0.15);
    const reason = asks ? approverReason(random, setting, verdict) : null;
    const last = index === policy.stages.length - 1;
    life.decide(at, approver, verdict, { reason, ip: addressOf(random, approver, at), last });
    if (verdict === 'denied') return null;
    reached = at;
  }
  return reached + 4800;
}

/** What somebody who writes about this request at `at` has in mind. */
export function settingOf(
  world: World,
  random: Random,
  life: Lifecycle,
  author: Person,
  at: number,
): Setting {
  const { row, name } = life.subject.package;
  return {
    at,
    theme: row.theme,
    package: name,
    nick: row.nick,
    author,
    colleague: random.pick(world.people.members),
  };
}
