import { policyOf } from '../accessPackages';
import { apps, servicePrincipals } from '../apps';
import { hour, minute, second } from '../calendar';
import { approving, requesting } from '../operations';
import type { Scene } from '../scene';
import { target } from '../targets';

/** Records that are well-formed but seldom: many requests under one correlation, two texts, a missing half. */
export function shapes(scene: Scene): void {
  const { people, packages } = scene.world;
  const [brennan, hale] = [people.part('brennan'), people.part('hale')];
  const payroll = packages.named('Payroll Preparation');
  const direct = { package: payroll, policy: policyOf(payroll, 'direct') };
  const together = scene.workday(16, brennan, '14:02:00');
  const correlationId = scene.random.guid();
  for (const [number, one] of people.in('People').slice(0, 5).entries()) {
    const at = together + number * 1100;
    const life = scene.request({ ...direct, target: one }, { correlationId });
    life.ask(at, brennan, { operation: requesting.administratorAssigns, ip: brennan.home }).deliver(at);
    const ran = (life.deliveredAt ?? at) + 5 * second;
    if (number < 2)
      life.add(ran, requesting.customExtension, apps.governance, {
        result: number === 0 ? 'success' : 'failure',
      });
  }

  const reports = packages.named('CRM - Report Builder');
  const owned = { package: reports, policy: policyOf(reports, 'owner') };
  const asker = () => scene.random.pick(people.in('Sales'));
  const day = scene.workday(14, hale, '10:30:00');

  const twice = asker();
  scene
    .request({ ...owned, target: twice })
    .add(day, requesting.userRequests, twice.identity, {
      details: [
        ['Justification', 'Churn by region for the board'],
        ['Justification', 'Correction: by country, not by region'],
      ],
    })
    .awaitDecision(day)
    .decide(day + hour, hale, 'approved', { reason: 'Good', ip: hale.home, last: true })
    .deliver(day + hour + 4800);

  const wordless = asker();
  scene
    .request({ ...owned, target: wordless })
    .ask(day + 2 * hour, wordless, { reason: 'Pipeline of the Nordics', ip: wordless.home })
    .add(day + 3 * hour, requesting.approve, hale.identity)
    .deliver(day + 3 * hour);

  const before = asker();
  scene
    .request({ ...owned, target: before })
    .ask(scene.world.from - 7 * hour, before, { reason: 'Delivered on a later day', ip: before.home })
    .deliver(scene.world.from + 5 * hour);

  const early = asker();
  scene
    .request({ ...owned, target: early })
    .ask(day + 4 * hour, early, { reason: 'Forecast for the quarter', ip: early.home })
    .decide(day + 4 * hour - 2 * second, hale, 'approved', { reason: 'ok', ip: hale.home, last: true })
    .deliver(day + 4 * hour + 4800);

  const [first = hale] = people.guests;
  const room = packages.named('Partner Portal Reader');
  const invited = day + 5 * hour;
  const guest = scene.request({ package: room, policy: policyOf(room, 'guestsFree'), target: first });
  guest
    .ask(invited, first, { reason: 'Order status for our warehouse', ip: first.home })
    .autoApprove(invited);
  guest
    .add(invited + 9 * second, requesting.inviteExternalUser, apps.governance)
    .deliver(invited + 15 * second);

  const [exporter] = servicePrincipals;
  const registry = packages.named('Artifact Registry - Publisher');
  const lindqvist = people.part('lindqvist');
  if (exporter !== undefined) {
    const at = scene.workday(12, lindqvist, '11:15:00');
    scene
      .request({ package: registry, policy: policyOf(registry, 'owner'), target: exporter })
      .ask(at, hale, {
        operation: requesting.servicePrincipalRequests,
        reason: 'Nightly export publishes here',
      })
      .awaitDecision(at)
      .decide(at + 2 * hour, lindqvist, 'approved', { reason: 'Agreed', ip: lindqvist.home, last: true })
      .deliver(at + 2 * hour + 4800);
  }
  for (const outcome of ['partial', 'failed'] as const) {
    const one = asker();
    const at = day + 6 * hour + (outcome === 'partial' ? 0 : 20 * minute);
    const life = scene
      .request({ ...owned, target: one })
      .ask(at, one, { reason: 'Board pack', ip: one.home });
    life.awaitDecision(at).decide(at + hour, hale, 'approved', { reason: 'ok', ip: hale.home, last: true });
    life.deliver(at + hour + 4800, outcome);
  }
  const elsewhere = target('Other', scene.random.guid(), 'Activate Global Reader');
  scene.note(day, approving.requestApproved, hale.identity, [elsewhere], {
    details: [['Justification', 'on call']],
  });
}
