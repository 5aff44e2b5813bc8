import type { AccessPackage } from './accessPackages';
import { minute, nextWorkingMoment } from './calendar';
import type { Stage } from './packages';
import type { Person, Principal } from './person';
import type { Random } from './random';
import type { World } from './world';

/** Whom a stage asks: never somebody who has the request's own interest at heart. */
export function approverFor(
  world: World,
  random: Random,
  stage: Stage,
  one: AccessPackage,
  requestor: Person,
  recipient: Principal,
): Person {
  const pool = candidates(world, stage, one, requestor).filter(
    ({ id }) => id !== requestor.id && id !== recipient.id,
  );
  return random.pick(pool.length === 0 ? world.people.in('Workplace IT') : pool);
}

/** When somebody gets round to answering a request that reached them at `asked`. */
export function answeredAt(random: Random, approver: Person, asked: number): number {
  const seen = nextWorkingMoment(approver.office, asked, random);
  const delay = random.logNormal(approver.habit.medianMinutes, approver.habit.spread) * minute;
  const moment = nextWorkingMoment(approver.office, seen + Math.max(delay, 1.5 * minute), random);
  return Math.floor(moment + random.unit() * minute);
}

function candidates(world: World, stage: Stage, one: AccessPackage, requestor: Person): readonly Person[] {
  switch (stage) {
    case 'manager':
      return requestor.manager === null ? one.owners : [requestor.manager];
    case 'owner':
      return one.owners;
    case 'security':
      return few(world.people.in('Platform'));
    case 'sponsor':
      return few(world.people.in('Sales'));
  }
}

/** The twelfth of a department that has been there longest. */
function few(department: readonly Person[]): readonly Person[] {
  return department.slice(0, Math.ceil(department.length / 12));
}
