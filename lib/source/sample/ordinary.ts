import { day, instant, startOfDay, workingMinute } from './calendar';
import { type FollowUp, followUp, lasting } from './followUps';
import { type Asking, asked, directAssignment, policyAssignment, subject, userRequest } from './grants';
import type { Lifecycle } from './lifecycle';
import { Random } from './random';
import { dayAt } from './when';
import type { World } from './world';

type Kind = Asking | FollowUp | 'direct' | 'policy' | 'begun before';

/** How often each kind of request comes up, in percent. */
const shares: readonly (readonly [Kind, number])[] = [
  ['request', 77.5],
  ['begun before', 1.2],
  ['on-behalf', 1.4],
  ['service-principal', 0.6],
  ['direct', 3.8],
  ['policy', 2.5],
  ['update', 1],
  ['extension', 5],
  ['removal by user', 1.8],
  ['removal by administrator', 1.2],
  ['removal by system', 4],
];

/**
 * The everyday request with this number, 0 <= `index` < `world.requests`, the same every time it is told.
 * The numbers follow the days of the span.
 */
export function ordinaryRequest(world: World, index: number): Lifecycle {
  const random = new Random(world.seed, 'request', index);
  const kind = random.weighted(shares);
  const date = dayAt(world, (index + random.unit()) / world.requests);
  switch (kind) {
    case 'begun before':
      return begunBefore(world, random);
    case 'direct':
      return directAssignment(world, random, date);
    case 'policy':
      return policyAssignment(world, random, date);
    case 'extension':
    case 'removal by user':
    case 'removal by administrator':
    case 'removal by system': {
      const grant = earlierGrant(world, index, kind, date);
      return grant === null
        ? userRequest(world, random, 'request', date)
        : followUp(world, random, kind, grant, date);
    }
    default:
      return userRequest(world, random, kind, date);
  }
}

/** A request whose own record lies before the span while its later ones lie within. */
function begunBefore(world: World, random: Random): Lifecycle {
  for (;;) {
    const who = random.pick(world.people.members);
    const date = startOfDay(world.from) - random.below(6) * day;
    const at = Math.floor(instant(who.office, date, workingMinute(random)));
    if (world.from <= at) continue;
    const life = asked(world, random, 'request', subject(world, random, 'request', who), who, at);
    if (life.records.some((record) => world.from <= record.at)) return life;
  }
}

/** The access that a follow-up speaks of: given as many requests ago as fit into the days it lasts. */
function earlierGrant(world: World, index: number, kind: FollowUp, date: number): Lifecycle | null {
  const perDay = (world.requests * day) / (world.until - world.from);
  for (let earlier = index - Math.round(lasting[kind] * perDay), tries = 6; tries > 0; earlier--, tries--) {
    if (earlier < 0) return null;
    if (new Random(world.seed, 'request', earlier).weighted(shares) in lasting) continue;
    const grant = ordinaryRequest(world, earlier);
    if (grant.deliveredAt !== null && grant.deliveredAt < date) return grant;
  }
  return null;
}
