import { apps, servicePrincipals } from './apps';
import { day, hour, isQuarterEnd, minute } from './calendar';
import { departments } from './departments';
import { Lifecycle, type Subject } from './lifecycle';
import { type Operation, requesting } from './operations';
import type { Person } from './person';
import type { Random } from './random';
import { administratorReason, requestorReason } from './reason';
import { letDecide, settingOf } from './stages';
import { addressOf, atWork } from './when';
import type { World } from './world';

/** What people ask for themselves, and the operation that asks for it. */
const asking = {
  request: requesting.userRequests,
  'on-behalf': requesting.userRequests,
  'service-principal': requesting.servicePrincipalRequests,
  update: requesting.userUpdates,
} satisfies Record<string, Operation>;

export type Asking = keyof typeof asking;

const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const shell = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-IE) PowerShell/7.5.2';

/** Somebody asks for access, on the UTC day `date`, and the policy's stages answer. */
export function userRequest(world: World, random: Random, kind: Asking, date: number): Lifecycle {
  const { who, at } = atWork(world, random, date, (draw) => requestor(world, draw, date));
  return asked(world, random, kind, subject(world, random, kind, who), who, at);
}

/** Somebody asks for what the subject says at the instant given, and the policy's stages answer. */
export function asked(
  world: World,
  random: Random,
  kind: Asking,
  about: Subject,
  who: Person,
  at: number,
): Lifecycle {
  const life = new Lifecycle(random, about);
  const obliged = life.subject.package.row.asks !== 'neither';
  const reason = requestorReason(random, settingOf(world, random, life, who, at), obliged);
  life.ask(at, who, { operation: asking[kind], reason, ip: addressOf(random, who, at) });
  const approved = letDecide(world, random, life, who, at);
  if (approved === null) return life;
  if (kind === 'update') {
    life.add(approved + 900, requesting.update, life.recipient(approved));
    return life.add(approved + 1900, requesting.fulfill, life.recipient(approved));
  }
  return handOut(random, life, approved);
}

/** An administrator, a data owner or an automation gives access without a request. */
export function directAssignment(world: World, random: Random, date: number): Lifecycle {
  const choice = world.packages.pick(random, random.chance(0.6) ? 'administrator' : 'anybody');
  const administrators = [
    world.people.part('brennan'),
    world.people.part('zielinska'),
    ...choice.package.owners,
  ];
  const { who, at } = atWork(world, random, date, (draw) => draw.pick(administrators));
  const life = new Lifecycle(random, { ...choice, target: somebodyElse(random, world.people.members, who) });
  const operation = requesting.administratorAssigns;
  const reason = administratorReason(random, settingOf(world, random, life, who, at));
  const tool = random.unit();
  if (tool < 0.2) {
    life.ask(at, tool < 0.12 ? apps.hrSync : apps.graphOnboarding, { operation });
  } else {
    const userAgent = tool < 0.4 ? shell : browser;
    life.ask(at, who, { operation, reason, ip: addressOf(random, who, at), userAgent });
  }
  return handOut(random, life, at);
}

/** An auto-assignment policy gives access to somebody who has joined its department. */
export function policyAssignment(world: World, random: Random, date: number): Lifecycle {
  const target = random.pick(world.people.members);
  const life = new Lifecycle(random, { ...world.packages.pick(random, 'automatic'), target });
  const at = Math.max(date, world.from) + random.below(6 * hour);
  life.ask(at, apps.governance, { operation: requesting.policyAssigns });
  return handOut(random, life, at);
}

/** Delivery, most often within minutes; sometimes on a later date, in part, late, or not at all. */
function handOut(random: Random, life: Lifecycle, approved: number): Lifecycle {
  const fate = random.unit();
  if (fate < 0.02) {
    life.add(approved + 1200, requesting.schedule, life.recipient(approved));
    return life.deliver(approved + random.between(2, 20) * day);
  }
  if (fate < 0.028) return life.deliver(approved, 'partial');
  if (fate < 0.036) return life.deliver(approved, 'failed');
  return life.deliver(approved, 'delivered', fate < 0.042 ? 9 * hour : 1.1 * minute);
}

function requestor(world: World, random: Random, date: number): Person {
  if (random.chance(0.06) && world.people.guests.length > 0) return random.pick(world.people.guests);
  if (isQuarterEnd(date) && random.chance(0.2)) return random.pick(world.people.in('Finance'));
  return random.pick(world.people.members);
}

/** What somebody asks for, and for whom. */
export function subject(world: World, random: Random, kind: Asking, who: Person): Subject {
  if (who.type === 'Guest') return { ...world.packages.pick(random, 'guest'), target: who };
  const themes = departments[who.department].themes;
  const choice = world.packages.pick(random, random.chance(0.62) ? random.pick(themes) : 'anybody');
  if (kind === 'service-principal') return { ...choice, target: random.pick(servicePrincipals) };
  if (kind !== 'on-behalf') return { ...choice, target: who };
  return { ...choice, target: somebodyElse(random, world.people.in(who.department), who) };
}

/** One of `people` but `who`, unless nobody else is found. */
function somebodyElse(random: Random, people: readonly Person[], who: Person): Person {
  for (let attempt = 0; attempt < 20; attempt++) {
    const one = random.pick(people);
    if (one.id !== who.id) return one;
  }
  return who;
}
