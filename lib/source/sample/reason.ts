import { day } from './calendar';
import type { Theme } from './departments';
import { assignmentNotes } from './justifications/english';
import type { Phrasebook } from './justifications/phrasebook';
import { phrasebooks } from './justifications/phrasebooks';
import type { Reason } from './lifecycle';
import { customers, projects } from './names';
import type { Person } from './person';
import type { Random } from './random';
import { typo } from './typo';

/** What a justification can speak of. */
export interface Setting {
  at: number;
  theme: Theme;
  package: string;
  nick: string;
  author: Person;
  colleague: Person;
}

/** What somebody writes to get access. Null where they leave the field out, '' where they send it empty. */
export function requestorReason(random: Random, setting: Setting, asked: boolean): Reason {
  const book = bookOf(random, setting.author);
  const fate = random.unit();
  if (fate < (asked ? 0.015 : 0.8)) return null;
  if (fate < (asked ? 0.025 : 0.84)) return random.chance(0.7) ? '' : '   ';
  if (fate < (asked ? 0.075 : 0.88)) return random.pick(book.lazy);
  const reasons = book.reasons[setting.theme] ?? book.reasons.general;
  const body = random.pick(random.chance(0.72) ? reasons : book.reasons.general);
  const opening = random.chance(0.42) ? beside(body, random.pick(book.openings)) : '';
  const closing = beside(opening + body, random.pick(book.closings));
  return write(random, book, setting, opening + (/[.。] ?$/.test(opening) ? capital(body) : body) + closing);
}

/** What an approver writes beside a verdict. */
export function approverReason(random: Random, setting: Setting, verdict: 'approved' | 'denied'): Reason {
  const book = bookOf(random, setting.author);
  const { silent, short } = setting.author.habit;
  const share = verdict === 'approved' ? 1 : 0.2;
  const fate = random.unit();
  if (fate < silent * share * 0.8) return null;
  if (fate < silent * share) return '';
  if (verdict === 'denied') return write(random, book, setting, random.pick(book.refusals));
  if (random.chance(short)) return random.pick(book.shortApprovals);
  const body = random.pick(book.approvals);
  return write(random, book, setting, body + beside(body, random.pick(book.remarks)));
}

/** What an administrator notes beside a direct assignment: seldom anything. */
export function administratorReason(random: Random, setting: Setting): Reason {
  return random.chance(0.8)
    ? null
    : write(random, phrasebooks.english, setting, random.pick(assignmentNotes));
}

function bookOf(random: Random, author: Person): Phrasebook {
  return phrasebooks[random.chance(author.office.native) ? author.office.language : 'english'];
}

/** An addition to a text, unless it would name again what the text names already. */
function beside(text: string, addition: string): string {
  const slots = addition.match(/\{\w+\}/g) ?? [];
  return slots.some((slot) => text.includes(slot)) ? '' : addition;
}

/** Fills the slots. Most people begin with a capital letter; some do not, and some mistype a word. */
function write(random: Random, book: Phrasebook, setting: Setting, frame: string): string {
  const values = new Map<string, string>();
  const filled = frame.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const known = values.get(slot) ?? value(slot, book, random, setting);
    values.set(slot, known);
    return known;
  });
  const text = filled.replace(/\.\.+/g, '.');
  const begun = random.chance(0.75) ? capital(text) : text;
  return random.chance(0.05) ? typo(random, begun) : begun;
}

function capital(text: string): string {
  return text.startsWith('{') ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}

function value(slot: string, book: Phrasebook, random: Random, setting: Setting): string {
  switch (slot) {
    case 'project':
      return random.pick(projects);
    case 'customer':
      return random.pick(customers);
    case 'colleague':
      return setting.colleague.given;
    case 'manager':
      return setting.author.manager?.given ?? setting.colleague.given;
    case 'package':
      return random.chance(0.5) ? setting.package : (setting.package.split(' - ')[0] ?? setting.package);
    case 'nick':
      return setting.nick;
    case 'ticket':
      return ticket(random);
    case 'date':
      return date(book, setting.at + random.between(2, 60) * day);
    case 'quarter':
      return `Q${Math.floor(new Date(setting.at).getUTCMonth() / 3) + 1}`;
    case 'count':
      return String(random.between(2, 48));
    default:
      throw new RangeError(`No justification can fill {${slot}}.`);
  }
}

function ticket(random: Random): string {
  const [prefix, digits] = random.pick([
    ['INC00', 5],
    ['CHG-', 4],
    ['REQ-', 5],
    ['#', 4],
  ] as const);
  return prefix + String(random.below(10 ** digits)).padStart(digits, '0');
}

function date(book: Phrasebook, at: number): string {
  const then = new Date(at);
  const month = then.getUTCMonth();
  return book.date
    .replace('{day}', String(then.getUTCDate()))
    .replace('{number}', String(month + 1))
    .replace('{month}', book.months[month] ?? '');
}
