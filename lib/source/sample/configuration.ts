import { packageTarget } from './accessPackages';
import { configuring, type Operation } from './operations';
import { policies } from './packages';
import { named, type Person } from './person';
import { Random } from './random';
import type { SampleRecord } from './record';
import { type Change, type Target, target } from './targets';
import { addressOf, atWork } from './when';
import type { World } from './world';

/** What an administrator changed, and what the record says of it. */
interface Edit {
  operation: Operation;
  targets: Target[];
  details?: readonly (readonly [string, string])[];
}

type Draw = (world: World, random: Random, at: number) => Edit;

/** An everyday change of the settings, none of which weakens a control, on the UTC day `date`. */
export function configurationRecord(world: World, index: number, date: number): SampleRecord {
  const random = new Random(world.seed, 'configuration', index);
  const administrators: readonly Person[] = [world.people.part('brennan'), world.people.part('zielinska')];
  const { who, at } = atWork(world, random, date, (draw) => draw.pick(administrators));
  const { operation, targets, details = [] } = random.pick(draws)(world, random, at);
  return {
    at,
    operation,
    correlationId: random.guid(),
    actor: named(who, at),
    ip: addressOf(random, who, at),
    targets,
    details,
    result: 'success',
    reason: '',
    userAgent: null,
    mark: random.word(),
  };
}

const onPackage: (operation: Operation, change: Change) => Draw = (operation, change) => (world, random) => {
  const { id, name } = random.pick(world.packages.all);
  return { operation, targets: [target('AccessPackage', id, name, [change])] };
};

const onPolicy: (operation: Operation, change: Change) => Draw =
  (operation, change) => (world, random, at) => {
    const one = random.pick(world.packages.all);
    const policy = random.pick(one.policies);
    const approval = policy.stages.length > 0 ? 'True' : 'False';
    return {
      operation,
      targets: [
        target('AccessPackageAssignmentPolicy', policy.id, policies[policy.kind].name, [change]),
        packageTarget(one, at),
      ],
      details: [
        ['IsApprovalRequiredForAdd', approval],
        ['SpecificAllowedTargets', 'None'],
      ],
    };
  };

const onCatalog: (operation: Operation, type: string) => Draw = (operation, type) => (world, random) => {
  const { catalog, resource } = random.pick(world.packages.all);
  return {
    operation,
    targets: [
      target(type, resource.id, resource.name),
      target('AccessPackageCatalog', catalog.id, catalog.name),
    ],
  };
};

/** Catalog reader, access package manager and access package assignment manager. */
const roles = [
  '44272f93-9762-48e8-af59-1b5351b1d6b3',
  '7f480852-ebdc-47d4-87de-0d8498384a83',
  'e2182095-804a-4656-ae11-64734e9b7ae5',
];
const onRole: (operation: Operation) => Draw = (operation) => (world, random, at) => {
  const { catalog } = random.pick(world.packages.all);
  return {
    operation,
    targets: [
      named(random.pick(world.people.members), at).target,
      target('AccessPackageCatalog', catalog.id, catalog.name),
    ],
    details: [['RoleDefinitionId', random.pick(roles)]],
  };
};

const pairing: Draw = (world, random) => {
  const [one, other] = [random.pick(world.packages.all), random.pick(world.packages.all)];
  return { operation: configuring.createIncompatiblePackage, targets: [one.target, other.target] };
};

const draws: readonly Draw[] = [
  onPackage(configuring.updatePackage, ['Description', null, 'Reviewed with the data owner']),
  onPackage(configuring.updatePackage, ['IsHidden', 'True', 'False']),
  onPolicy(configuring.updatePolicy, ['DurationInDays', '365', '180']),
  onPolicy(configuring.updatePolicy, ['IsRequestorJustificationRequired', 'False', 'True']),
  onCatalog(configuring.createResourceRequest, 'AccessPackageResource'),
  onCatalog(configuring.updateCatalogResource, 'AccessPackageResource'),
  onRole(configuring.addRole),
  onRole(configuring.removeRole),
  pairing,
];
