import { type Department, departments } from './departments';
import { names, partners } from './names';
import { type Office, offices } from './offices';
import type { Random } from './random';
import type { Actor } from './record';
import { type Target, userTarget } from './targets';

/** A name that somebody bears for a while. */
export interface Identity extends Actor {
  userPrincipalName: string;
  target: Target;
}

/** How somebody decides on other people's requests. */
interface Habit {
  /** Half of the decisions take less than this many minutes, nights and weekends apart. */
  medianMinutes: number;
  spread: number;
  /** Share of requests refused, of decisions without a word, and of decisions in a word or two. */
  refuses: number;
  silent: number;
  short: number;
}

/** Somebody, or a service principal, that access can be given to. */
export interface Principal {
  id: string;
  type: 'Member' | 'Guest' | 'ServicePrincipal';
  identity: Identity;
  /** The name from an instant on, where it has changed. */
  later: { from: number; identity: Identity } | null;
}

export interface Person extends Principal {
  given: string;
  family: string;
  department: Department;
  office: Office;
  /** The address of somebody who works from home. */
  home: string;
  habit: Habit;
  manager: Person | null;
}

/** The name that a principal bears at an instant. */
export function named(principal: Principal, at: number): Identity {
  return principal.later !== null && principal.later.from <= at
    ? principal.later.identity
    : principal.identity;
}

/** A member of the organisation, drawn at random; `accounts` are the names in use and gain one. */
export function member(random: Random, accounts: Set<string>): Person {
  const department = random.weighted(departmentShares);
  const office = random.weighted(officeShares);
  const [given, family] = nameFrom(random, office.city);
  const short = random.chance(0.12);
  const account = free(`${plain(short ? given.slice(0, 1) : given)}.${plain(family)}`, accounts);
  return person(random, given, family, `${account}@contoso.example`, { department, office });
}

/** A guest from a partner organisation, drawn likewise. */
export function guest(random: Random, accounts: Set<string>): Person {
  const office = random.weighted(officeShares);
  const [given, family] = nameFrom(random, office.city);
  const { domain } = random.pick(partners);
  const account = free(`${plain(given)}.${plain(family)}_${domain}#EXT#`, accounts);
  const place = { department: 'Sales', office, type: 'Guest' } as const;
  return person(random, given, family, `${account}@contoso.onmicrosoft.example`, place);
}

/** Somebody with the given name and place; all else is drawn at random. */
export function person(
  random: Random,
  given: string,
  family: string,
  userPrincipalName: string,
  place: { department: Department; office: Office; type?: Person['type'] },
): Person {
  const id = random.guid();
  const word = () => random.below(65536).toString(16);
  return {
    id,
    given,
    family,
    department: place.department,
    office: place.office,
    type: place.type ?? 'Member',
    home: `2001:db8:${word()}:${word()}::${random.between(2, 254).toString(16)}`,
    habit: {
      medianMinutes: Math.min(Math.max(random.logNormal(95, 1.1), 9), 900),
      spread: 0.7 + random.unit() * 0.6,
      refuses: 0.01 + random.unit() ** 2 * 0.12,
      silent: random.unit() ** 2 * 0.5,
      short: random.unit() ** 2 * 0.5,
    },
    identity: identityOf(id, `${given} ${family}`, userPrincipalName),
    later: null,
    manager: null,
  };
}

/** The JSON texts of a name, made once for all the records that bear it. */
export function identityOf(id: string, displayName: string, userPrincipalName: string): Identity {
  const upn = JSON.stringify(userPrincipalName);
  const before = `{"user":{"id":"${id}","displayName":${JSON.stringify(displayName)},"userPrincipalName":${upn},"ipAddress":`;
  return {
    displayName,
    userPrincipalName,
    initiatedBy: [before, ',"roles":[]}}'],
    target: userTarget(id, displayName, userPrincipalName),
  };
}

const departmentShares = (Object.keys(departments) as Department[]).map(
  (department) => [department, departments[department].share] as const,
);
const officeShares = offices.map((office) => [office, office.share] as const);

function nameFrom(random: Random, city: string): [given: string, family: string] {
  const local = names[city];
  if (local === undefined) throw new RangeError(`There are no names for ${city}.`);
  return [random.pick(local.given), random.pick(local.family)];
}

/** The account name in plain letters, as directories write it. */
function plain(name: string): string {
  const latin = name.replace(/ł/gi, 'l').replace(/ß/g, 'ss').replace(/ı/g, 'i').replace(/ø/gi, 'o');
  return latin
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** The account name, with a number behind it where somebody else has it already. */
function free(account: string, accounts: Set<string>): string {
  const hash = account.indexOf('_');
  const [stem, rest] = hash < 0 ? [account, ''] : [account.slice(0, hash), account.slice(hash)];
  let name = account;
  for (let number = 2; accounts.has(name); number++) name = `${stem}${number}${rest}`;
  accounts.add(name);
  return name;
}
