import { policyOf } from '../accessPackages';
import { apps } from '../apps';
import { day, hour, minute, second } from '../calendar';
import { configuring, directing } from '../operations';
import type { Scene } from '../scene';

/** Mateusz Wrona leaves: his account is deleted, and his assignments and requests are tidied away after him. */
export function deletedUser(scene: Scene): void {
  const { people, packages } = scene.world;
  const wrona = people.part('wrona');
  const manager = wrona.manager ?? people.part('hale');
  for (const [name, daysBefore, reason] of [
    ['CRM - Standard User', 27, 'Nowy w zespole, potrzebuję CRM do obsługi klientów'],
    ['VPN - Remote Access', 25, 'praca z domu we wtorki i czwartki'],
  ] as const) {
    const one = packages.named(name);
    const at = scene.workday(daysBefore, wrona, '09:41:00');
    const answer = { at: at + 2.5 * hour, by: manager, reason: 'ok' };
    scene.granted(
      { package: one, policy: policyOf(one, 'manager'), target: wrona },
      { at, by: wrona, reason },
      answer,
    );
  }
  const gone = scene.workday(3, manager, '17:30:00');
  scene.note(gone, directing.deleteUser, people.part('zielinska').identity, [wrona.identity.target]);
  for (const [number, life] of scene.requests.entries()) {
    const at = gone + 1 * day + number * minute;
    life.add(at, configuring.deleteAssignmentOfDeletedUser, apps.governance);
    life.add(at + 20 * second, configuring.deleteRequestOfDeletedUser, apps.governance);
  }
}
