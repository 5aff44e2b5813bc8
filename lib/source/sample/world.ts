import { AccessPackages } from './accessPackages';
import { busyness, day, startOfDay } from './calendar';
import { offices } from './offices';
import { People } from './people';
import { identityOf } from './person';
import { target } from './targets';

export interface SampleOptions {
  /** How many access-package requests, each with its whole life cycle; from 1,000 on with the stories. */
  requests: number;
  /** The instant after which nothing happens, as an ISO 8601 text with its zone. */
  until: string;
  /** Days of data before `until`; 30 at least. */
  days?: number | undefined;
  seed?: number | undefined;
  /** Share of all records that have nothing to do with access packages, from 0 up to 0.9. */
  unrelated?: number | undefined;
}

/** The organisation and the span of time that a sample tells of. */
export interface World {
  seed: number;
  requests: number;
  unrelated: number;
  /** Milliseconds since 1970; no record lies before `from` or after `until`. */
  from: number;
  until: number;
  people: People;
  packages: AccessPackages;
  /** The UTC days of the span, each with the share of requests made before it ends. */
  days: readonly { start: number; share: number }[];
}

/** Builds the organisation. Throws a RangeError that names the option when one is out of its range. */
export function buildWorld(options: SampleOptions): World {
  const { requests, days = 120, seed = 1, unrelated = 0.15 } = options;
  const until = Date.parse(options.until);
  if (!Number.isInteger(requests) || requests < 1)
    throw new RangeError('requests must be a whole number from 1 on.');
  if (!Number.isFinite(until))
    throw new RangeError('until must be an ISO 8601 instant such as 2026-08-01T00:00:00Z.');
  if (!Number.isInteger(days) || days < 30 || days > 3650)
    throw new RangeError('days must be a whole number from 30 to 3650.');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('seed must be a whole number from 0 on.');
  if (!(unrelated >= 0 && unrelated <= 0.9)) throw new RangeError('unrelated must be a share from 0 to 0.9.');
  const from = until - days * day;
  const people = new People(seed, Math.max(400, Math.round(requests / 50)));
  const packages = new AccessPackages(people, Math.max(40, Math.min(2000, Math.round(requests / 500))));
  rename(people, packages, from, days);
  return { seed, requests, unrelated, from, until, people, packages, days: calendarOf(from, until) };
}

/** Midway, Inês Carvalho marries and the analysts' package is called something else. */
function rename(people: People, packages: AccessPackages, from: number, days: number): void {
  const carvalho = people.part('carvalho');
  const married = identityOf(carvalho.id, 'Inês Moreira', 'ines.moreira@contoso.example');
  carvalho.later = { from: from + days * 0.5 * day, identity: married };
  const analysts = packages.named('Data Lake - Analyst');
  const name = 'Data Lakehouse - Analyst';
  analysts.later = {
    from: from + days * 0.55 * day,
    name,
    target: target('AccessPackage', analysts.id, name),
  };
}

function calendarOf(from: number, until: number): { start: number; share: number }[] {
  const days: { start: number; share: number }[] = [];
  let sum = 0;
  for (let start = startOfDay(from); start < until; start += day) {
    const inside = (Math.min(start + day, until) - Math.max(start, from)) / day;
    sum += busyness(start, offices) * inside;
    days.push({ start, share: sum });
  }
  return days.map(({ start, share }) => ({ start, share: share / sum }));
}
