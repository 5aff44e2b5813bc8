import { z } from 'zod';
import type { Clause } from '../filter/clause';
import { toClauses } from '../filter/clauses';
import type { Filter } from '../filter/filter';
import { parseSearch } from '../filter/search';
import type { Hidden } from '../summary';
import type { RulesFile } from './rulesFile';

const said = z.string('is missing').trim().min(1, 'is empty');

const rule = z.strictObject(
  {
    name: said,
    owner: said,
    reason: said,
    expires: z.iso.date('is not a date such as 2027-03-31'),
    filter: said,
  },
  {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? 'It has a part that is none of name, owner, reason, expires, filter'
        : 'It is not an object in braces',
  },
);

/** A rule that can apply: it hides the requests for which all of `clauses` hold. */
export interface Rule extends Omit<z.infer<typeof rule>, 'filter'> {
  clauses: readonly Clause[];
}

/** What the file says at a moment: the rules that can apply, in its order, and those that do not. */
export interface Rules {
  usable: readonly Rule[];
  notApplied: readonly Hidden['notApplied'][number][];
}

/** The rules of a file that are looked at: each of them costs every question something. */
const most = 100;

/** Judges each rule of the file at `now` (UTC ISO 8601); a rule holds to the end of the UTC day that it names. */
export function judgeRules(file: RulesFile, now: string): Rules {
  if ('unreadable' in file) return { usable: [], notApplied: [{ name: null, why: file.unreadable }] };
  const usable: Rule[] = [];
  const notApplied: Hidden['notApplied'] = [];
  const names = new Set<string>();
  for (const [place, written] of file.rules.entries()) {
    const judged = place < most ? judge(written, now, names) : tooMany;
    if (typeof judged === 'string')
      notApplied.push({ name: nameOf(written) ?? `Rule ${place + 1}`, why: judged });
    else usable.push(judged);
  }
  return { usable, notApplied };
}

const tooMany = `A file holds at most ${most} rules; put several values into one filter.`;

/** The rule, or the sentence that says why it does not apply. */
function judge(written: unknown, now: string, names: Set<string>): Rule | string {
  const read = rule.safeParse(written);
  if (!read.success)
    return `${read.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; ')}.`;
  const { filter: text, ...about } = read.data;
  if (names.has(about.name)) return 'An earlier rule has the same name; give each its own.';
  names.add(about.name);
  if (about.expires < now.slice(0, 10)) return `It expired at the end of ${about.expires} (UTC).`;
  const { filter, problems } = parseSearch(text);
  if (problems.length > 0) return problems.map(({ message }) => message).join(' ');
  return unusable(filter) ?? { ...about, clauses: withKnown(toClauses(filter, now)) };
}

function unusable(filter: Filter): string | null {
  const { kind } = filter.time.span;
  if (kind === 'rolling' || kind === 'quarter')
    return 'Its span moves with time, so what it hides would change from day to day; give dates with after: and before:.';
  if (filter.client.is.includes('unknown'))
    return 'It names client:unknown, which says nothing of who made a request; name what is known.';
  if (filter.strength.is.includes('unknown'))
    return 'It names strength:unknown, and a request that is not checked yet may be worth a look.';
  return toClauses(filter, '').length === 0 ? 'Its filter is empty and would hide every request.' : null;
}

/** What a rule says of the client, or of the checks, never holds where that is not known. */
function withKnown(clauses: readonly Clause[]): readonly Clause[] {
  const names = (...fields: Clause['field'][]) => clauses.some(({ field }) => fields.includes(field));
  return [
    ...clauses,
    ...(names('client') ? [isKnown('client')] : []),
    ...(names('check', 'strength') ? [isKnown('strength')] : []),
  ];
}

const isKnown = (field: 'client' | 'strength'): Clause => ({
  kind: 'one-of',
  field,
  not: true,
  values: ['unknown'],
});

function nameOf(written: unknown): string | null {
  const found = z.object({ name: said }).safeParse(written);
  return found.success ? found.data.name : null;
}
