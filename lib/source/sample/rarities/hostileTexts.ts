import { policyOf } from '../accessPackages';
import { hour, minute } from '../calendar';
import { hostile } from '../justifications/hostile';
import { identityOf, type Person } from '../person';
import type { Scene } from '../scene';

/** Requests with texts and a name that are meant to break whatever shows them, one every other working day. */
export function hostileTexts(scene: Scene): void {
  const { people, packages } = scene.world;
  const room = packages.named('Partner Project Room');
  const about = { package: room, policy: policyOf(room, 'guests') };
  const sponsor = people.part('hale');
  const guest = people.guests[0] ?? people.part('petrov');
  const id = scene.random.guid();
  const upn = 'max_lumenhof.example#EXT#@contoso.onmicrosoft.example';
  const prankster: Person = {
    ...guest,
    id,
    identity: identityOf(id, '=1+1|<b onmouseover=alert(1)>Max</b>', upn),
  };
  for (const [number, reason] of hostile.entries()) {
    const by = number % 4 === 0 ? prankster : guest;
    const at = scene.workday(29 - 2 * number, sponsor, '10:20:00') + number * 11 * minute;
    const answer = number % 3 === 0 ? reason : null;
    scene
      .request({ ...about, target: by })
      .ask(at, by, { reason, ip: '192.0.2.13' })
      .awaitDecision(at)
      .decide(at + 3.4 * hour, sponsor, 'denied', { reason: answer, ip: sponsor.home, last: true });
  }
}
