import { type CastName, cast, type Part } from './cast';
import type { Department } from './departments';
import { offices } from './offices';
import { guest, member, type Person, person } from './person';
import { Random } from './random';

/** The organisation's people: the cast of the stories, then members and guests, `count` in all. */
export class People {
  /** Those who ask for access in the ordinary run of things. */
  readonly members: Person[] = [];
  readonly guests: Person[] = [];
  private readonly byDepartment = new Map<Department, Person[]>();
  private readonly byId = new Map<string, Person>();
  private readonly parts = new Map<string, Person>();

  constructor(seed: number, count: number) {
    const accounts = new Set<string>();
    for (const [name, part] of Object.entries(cast)) this.addPart(name, part, accounts);
    for (let index = this.parts.size; index < count; index++) {
      const random = new Random(seed, 'person', index);
      if (random.chance(0.06)) this.guests.push(guest(random, accounts));
      else this.addMember(member(random, accounts));
    }
    for (const one of [...this.members, ...this.parts.values()]) one.manager = this.managerOf(one);
    for (const one of [...this.members, ...this.guests, ...this.parts.values()]) this.byId.set(one.id, one);
  }

  part(name: CastName): Person {
    const one = this.parts.get(name);
    if (one === undefined) throw new RangeError(`Nobody is cast as ${name}.`);
    return one;
  }

  /** The person with this object id; null when it is nobody's, such as a service principal's. */
  withId(id: string): Person | null {
    return this.byId.get(id) ?? null;
  }

  in(department: Department): readonly Person[] {
    return this.byDepartment.get(department) ?? [];
  }

  private addPart(name: string, part: Part, accounts: Set<string>): void {
    accounts.add(part.account);
    const office = offices.find(({ city }) => city === part.office);
    if (office === undefined) throw new RangeError(`There is no office in ${part.office}.`);
    const one = person(new Random('cast', name), part.given, part.family, `${part.account}@contoso.example`, {
      department: part.department,
      office,
    });
    one.habit = { medianMinutes: 150, spread: 0.8, refuses: 0.04, silent: 0.06, short: 0.12 };
    this.parts.set(name, one);
    if (!part.apart) this.addMember(one);
  }

  private addMember(one: Person): void {
    this.members.push(one);
    const department = this.byDepartment.get(one.department);
    if (department === undefined) this.byDepartment.set(one.department, [one]);
    else department.push(one);
  }

  /** The first of a department leads it, every ninth after that leads a team. */
  private managerOf(one: Person): Person | null {
    const colleagues = this.in(one.department);
    const head = colleagues[0] ?? null;
    if (one === head) return this.members.find(({ department }) => department !== one.department) ?? null;
    const random = new Random(one.id);
    const lead = colleagues[9 * random.below(Math.ceil(colleagues.length / 9))] ?? head;
    return lead === one || colleagues.indexOf(one) % 9 === 0 ? head : lead;
  }
}
