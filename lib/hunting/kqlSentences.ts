import type { Clause } from '../filter/clause';
import { fields } from '../filter/fields';
import type { RecordsBehind } from '../store/recordsBehind';
import { countWords } from '../words/count';

/** What a query with the ids of requests gets. */
export function aboutIds(requests: number, { records, others }: RecordsBehind): string {
  const what = `Gets the ${counted(records, 'audit record')} of ${requests === 1 ? 'this request' : `these ${countWords(requests)} requests`}: those that name a request by its id, and those that carry its CorrelationId.`;
  return others === 0
    ? what
    : `${what} It also gets ${counted(others, 'record')} of other requests, which share an id with these.`;
}

/** What a query without ids gets; `said` are the fields that it narrows by as the view does. */
export function aboutSpan(
  requests: number,
  clauses: readonly Clause[],
  said: readonly Clause['field'][],
): string {
  const of = said.length === 0 ? '' : ` with the same ${joined(said.map(labelOf), 'and')}`;
  const unsaid = [...new Set(clauses.map(({ field }) => field))].filter(
    (field) => !said.includes(field) && field !== 'time',
  );
  const why = `the ids of ${countWords(requests)} requests are too many for a query`;
  const more =
    unsaid.length === 0
      ? why
      : `${why}, and no column of AuditLogs tells a request’s ${joined(unsaid.map(labelOf), 'or')}`;
  return `Gets the audit records of every request between the first and the last record of these ${countWords(requests)}${of}. These can be more requests than the view shows: ${more}.`;
}

function labelOf(field: Clause['field']): string {
  if (field === 'scope') return 'place in what you may see';
  if (field === 'rules') return 'exclusion by a rule';
  return fields[field].label;
}

function counted(count: number, noun: string): string {
  return `${countWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function joined(words: readonly string[], by: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;
}
