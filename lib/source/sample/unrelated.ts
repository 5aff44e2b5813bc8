import { apps } from './apps';
import { approving, directing, type Operation } from './operations';
import { named } from './person';
import { Random } from './random';
import type { SampleRecord } from './record';
import { type Change, groupTarget, type Target, target } from './targets';
import { addressOf, atWork } from './when';
import type { World } from './world';

/** A record that no access package has anything to do with, on the UTC day `date`; `index` numbers them. */
export function unrelatedRecord(world: World, index: number, date: number): SampleRecord {
  const random = new Random(world.seed, 'unrelated', index);
  const { who, at } = atWork(world, random, date, (draw) => draw.pick(world.people.members));
  const [operation, targets] = random.pick(kinds)(world, random, at);
  const automatic = operation === directing.updateUser && random.chance(0.6);
  return {
    at,
    operation,
    correlationId: random.guid(),
    actor: automatic ? apps.provisioning : named(who, at),
    ip: automatic ? null : addressOf(random, who, at),
    targets,
    details: [],
    result: random.chance(0.03) ? 'failure' : 'success',
    reason: '',
    userAgent: null,
    mark: random.word(),
  };
}

type Draw = (world: World, random: Random, at: number) => [Operation, Target[]];

const somebody: (operation: Operation) => Draw = (operation) => (world, random, at) => [
  operation,
  [named(random.pick(world.people.members), at).target],
];
const something: (operation: Operation, type: string, names: readonly string[], change?: Change) => Draw =
  (operation, type, names, change) => (_, random) => [
    operation,
    [target(type, random.guid(), random.pick(names), change === undefined ? [] : [change])],
  ];

const applications = ['Lunch Menu', 'Room Booking', 'Support Console', 'Dashboards', 'Badge Printer', 'CRM'];

/** Approvals of other features, whose target is no access-package request, are among them. */
const kinds: readonly Draw[] = [
  somebody(directing.updateUser),
  somebody(directing.updateUser),
  somebody(directing.updateUser),
  somebody(directing.addUser),
  somebody(directing.disableAccount),
  somebody(directing.resetPassword),
  somebody(directing.changePassword),
  (world, random, at) => [
    directing.addMemberToGroup,
    [named(random.pick(world.people.members), at).target, groupTarget(random.guid())],
  ],
  (world, random, at) => [
    directing.removeMemberFromGroup,
    [named(random.pick(world.people.members), at).target, groupTarget(random.guid())],
  ],
  (_, random) => [directing.updateGroup, [groupTarget(random.guid())]],
  something(directing.updateApplication, 'Application', applications, [
    'AppAddress',
    '[]',
    '["https://app.contoso.example"]',
  ]),
  something(directing.consent, 'ServicePrincipal', applications),
  something(directing.updateServicePrincipal, 'ServicePrincipal', applications),
  something(directing.updateDevice, 'Device', [
    'DUB-LT-0417',
    'LIS-LT-0093',
    'WAW-LT-0260',
    'BLR-LT-0588',
    'SAO-LT-0121',
  ]),
  something(approving.requestApproved, 'Other', ['Activate role']),
  something(approving.requestDenied, 'Other', ['Activate role']),
  something(approving.updateRequest, 'Other', ['Activate role']),
  something(approving.createBusinessFlow, 'Other', ['Quarterly review of guest accounts']),
];
