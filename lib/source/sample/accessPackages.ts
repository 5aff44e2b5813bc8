import { departmentsOf, type Theme } from './departments';
import { type PackageRow, type PolicyKind, packages, policies, type Stage, units } from './packages';
import type { People } from './people';
import type { Person } from './person';
import { Random } from './random';
import { type Target, target } from './targets';

export interface Policy {
  id: string;
  kind: PolicyKind;
  stages: readonly Stage[];
  target: Target;
}

export interface AccessPackage {
  id: string;
  row: PackageRow;
  name: string;
  catalog: { id: string; name: string };
  target: Target;
  /** The name from an instant on, where it has changed. */
  later: { from: number; name: string; target: Target } | null;
  policies: readonly Policy[];
  owners: readonly Person[];
  /** The group, application or role that it hands out. */
  resource: { id: string; name: string };
}

/** The package's target entry with the name that it bore at an instant. */
export function packageTarget(one: AccessPackage, at: number): Target {
  return one.later !== null && one.later.from <= at ? one.later.target : one.target;
}

/** Who, or what, picks a package: a theme's people, anybody, a guest, an administrator, a policy. */
export type Audience = Theme | 'anybody' | 'guest' | 'administrator' | 'automatic';

const audiences: Readonly<Record<Exclude<Audience, Theme>, readonly PolicyKind[]>> = {
  anybody: ['manager', 'managerThenOwner', 'owner', 'everybody', 'privileged'],
  guest: ['guests', 'guestsFree'],
  administrator: ['direct'],
  automatic: ['automatic'],
};

/** The organisation's access packages: the forty of the table, then each business unit's own. */
export class AccessPackages {
  readonly all: AccessPackage[] = [];
  private readonly rows = new Map<Audience, (readonly [row: number, weight: number])[]>();

  constructor(people: People, count: number) {
    for (let index = 0; index < count; index++) this.all.push(build(people, index));
    for (const [index, row] of packages.entries()) {
      const may = (audience: Exclude<Audience, Theme>) =>
        row.policies.some((kind) => audiences[audience].includes(kind));
      for (const audience of ['anybody', 'guest', 'administrator', 'automatic'] as const) {
        if (may(audience)) this.offer(audience, index, row.weight);
      }
      if (may('anybody')) this.offer(row.theme, index, row.weight);
    }
  }

  /** The package of the table with this name. */
  named(name: string): AccessPackage {
    const one = this.all.find((candidate) => candidate.name === name);
    if (one === undefined) throw new RangeError(`There is no access package ${name}.`);
    return one;
  }

  /** A package that the audience may well ask for, and one of its policies that lets them. */
  pick(random: Random, audience: Audience): { package: AccessPackage; policy: Policy } {
    const row = random.weighted(this.rows.get(audience) ?? []);
    const sets = Math.ceil((this.all.length - row) / packages.length);
    const one = this.all[row + packages.length * random.below(sets)];
    if (one === undefined) throw new RangeError('There are no access packages.');
    const kinds: readonly PolicyKind[] =
      audience in audiences ? audiences[audience as keyof typeof audiences] : audiences.anybody;
    return { package: one, policy: random.pick(one.policies.filter(({ kind }) => kinds.includes(kind))) };
  }

  private offer(audience: Audience, row: number, weight: number): void {
    const list = this.rows.get(audience);
    if (list === undefined) this.rows.set(audience, [[row, weight]]);
    else list.push([row, weight]);
  }
}

/** The policy of this kind. Throws when the package has none. */
export function policyOf(one: AccessPackage, kind: PolicyKind): Policy {
  const policy = one.policies.find((candidate) => candidate.kind === kind);
  if (policy === undefined) throw new RangeError(`${one.name} has no policy of kind ${kind}.`);
  return policy;
}

function build(people: People, index: number): AccessPackage {
  const row = packages[index % packages.length];
  if (row === undefined) throw new RangeError('The table of access packages is empty.');
  const unit = index < packages.length ? undefined : units[Math.floor(index / packages.length) - 1];
  const random = new Random('package', index);
  const id = random.guid();
  const name = unit === undefined ? row.name : `${row.name} - ${unit}`;
  const suffix = unit === undefined ? '' : `-${unit.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  return {
    id,
    row,
    name,
    catalog: { id: new Random('catalog', row.catalog).guid(), name: row.catalog },
    target: target('AccessPackage', id, name),
    later: null,
    policies: row.policies.map((kind) => policy(random, kind)),
    owners: owners(people, row, random, unit === undefined),
    resource: { id: random.guid(), name: row.reaches + (row.resource.endsWith('group') ? suffix : '') },
  };
}

function policy(random: Random, kind: PolicyKind): Policy {
  const id = random.guid();
  const { name, stages } = policies[kind];
  return { id, kind, stages, target: target('AccessPackageAssignmentPolicy', id, name) };
}

/** The data owners of the table, or else two or three seniors of a department that works with the theme. */
function owners(people: People, row: PackageRow, random: Random, first: boolean): Person[] {
  if (first && row.owners.length > 0) return row.owners.map((name) => people.part(name));
  const seniors = people.in(random.pick(departmentsOf(row.theme))).slice(0, 30);
  return [...new Set([random.pick(seniors), random.pick(seniors), random.pick(seniors)])];
}
