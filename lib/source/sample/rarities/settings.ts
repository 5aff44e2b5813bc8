import { apps } from '../apps';
import { day, minute, second } from '../calendar';
import { partners } from '../names';
import { configuring, directing } from '../operations';
import { named } from '../person';
import type { Scene } from '../scene';
import { target, userTarget } from '../targets';

/** Settings that change once: partners, catalogs, roles, a tenant setting, and the two new names. */
export function settings(scene: Scene): void {
  const { world } = scene;
  const { people, packages } = world;
  const [brennan, zielinska] = [people.part('brennan'), people.part('zielinska')];
  for (const [number, partner] of partners.entries()) {
    const at = world.from + (number + 1) * 6 * day + 10.5 * 60 * minute;
    const organization = target('ConnectedOrganization', scene.random.guid(), partner.name);
    scene.note(at, configuring.createConnectedOrganization, brennan.identity, [organization], {
      ip: brennan.home,
      details: [['Description', `${partner.name}\n${partner.tenant}`]],
    });
    const sponsor = people.in('Sales')[number] ?? people.part('hale');
    scene.note(at + 4 * minute, configuring.assignInternalSponsor, brennan.identity, [
      organization,
      named(sponsor, at).target,
    ]);
  }
  const legal = packages.named('Matter Workspace').catalog;
  const catalog = target('AccessPackageCatalog', legal.id, legal.name);
  const start = scene.workday(24, zielinska, '11:20:00');
  scene.note(start, configuring.createCatalog, zielinska.identity, [catalog]);
  scene.note(
    start + 6 * minute,
    configuring.addRole,
    zielinska.identity,
    [people.part('marchetti').identity.target, catalog],
    {
      details: [['RoleDefinitionId', 'ae79f266-94d4-4dab-b730-feca7e132178']],
    },
  );
  scene.note(start + 9 * minute, configuring.updateTenantSetting, zielinska.identity, [
    target('TenantSetting', scene.random.guid(), 'ExternalUserLifecycle', [
      ['DaysUntilExternalUserDeleted', '30', '60'],
    ]),
  ]);
  scene.note(start + 15 * minute, configuring.createCustomExtension, zielinska.identity, [
    target('CustomAccessPackageWorkflowExtension', scene.random.guid(), 'Notify payroll'),
    catalog,
  ]);
  const press = target('AccessPackage', scene.random.guid(), 'Press Room');
  const draft = target('AccessPackageAssignmentPolicy', scene.random.guid(), 'Draft - do not use');
  scene.note(start + 20 * minute, configuring.createPackage, zielinska.identity, [press, catalog]);
  scene.note(start + 24 * minute, configuring.deletePolicy, zielinska.identity, [draft, press]);
  scene.note(start + 27 * minute, configuring.updateCatalog, zielinska.identity, [
    target('AccessPackageCatalog', legal.id, legal.name, [['IsExternallyVisible', 'True', 'False']]),
  ]);
  const separated = [packages.named('Price Book - Editor').target, press];
  scene.note(start + 29 * minute, configuring.deleteIncompatiblePackage, zielinska.identity, separated);
  scene.note(start + 30 * minute, configuring.recalculate, apps.governance, []);
  scene.note(start + 31 * minute, configuring.updateLifecycle, apps.governance, [
    target('User', people.guests[0]?.id ?? brennan.id, null),
  ]);
  for (const one of packages.all) {
    if (one.later === null) continue;
    const renamed = target('AccessPackage', one.id, one.later.name, [
      ['DisplayName', one.name, one.later.name],
    ]);
    scene.note(one.later.from, configuring.updatePackage, brennan.identity, [renamed], { ip: brennan.home });
  }
  const carvalho = people.part('carvalho');
  if (carvalho.later === null) return;
  const { identity } = carvalho.later;
  const before = carvalho.identity.userPrincipalName;
  scene.note(carvalho.later.from - second, directing.updateUser, apps.provisioning, [
    userTarget(carvalho.id, identity.displayName, identity.userPrincipalName, [
      ['UserPrincipalName', `["${before}"]`, `["${identity.userPrincipalName}"]`],
    ]),
  ]);
}
