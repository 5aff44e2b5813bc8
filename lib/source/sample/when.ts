import { day, instant, isDayOff, local, startOfDay, workingMinute } from './calendar';
import type { Person } from './person';
import type { Random } from './random';
import type { World } from './world';

/** The UTC day on which a share (0 to 1) of the whole span's requests have been made. */
export function dayAt(world: World, share: number): number {
  let low = 0;
  let high = world.days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((world.days[middle]?.share ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return world.days[low]?.start ?? startOfDay(world.from);
}

/**
 * Somebody at work, and the instant: on the UTC day given, within the span, in the person's own working
 * hours. `choose` is asked for another person while the first has the day off.
 */
export function atWork(
  world: World,
  random: Random,
  date: number,
  choose: (random: Random) => Person,
): { who: Person; at: number } {
  const earliest = Math.max(date, world.from);
  const latest = Math.min(date + day, world.until);
  for (let attempt = 0; attempt < 12; attempt++) {
    const who = choose(random);
    const at = Math.floor(instant(who.office, date, workingMinute(random)) + random.unit() * 60000);
    const weekend = new Date(date).getUTCDay() % 6 === 0;
    if (earliest <= at && at < latest && (weekend || !isDayOff(who.office, at))) return { who, at };
  }
  return { who: choose(random), at: Math.floor(earliest + random.unit() * (latest - earliest)) };
}

/** The address that somebody writes from: the office's in office hours, else most often their own. */
export function addressOf(random: Random, who: Person, at: number): string | null {
  if (random.chance(0.03)) return null;
  const clock = new Date(local(who.office, at));
  const inside = !isDayOff(who.office, at) && 8 <= clock.getUTCHours() && clock.getUTCHours() < 18;
  return who.type === 'Member' && inside && random.chance(0.6) ? who.office.address : who.home;
}
