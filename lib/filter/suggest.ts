import { isListField, listFields } from './fields';
import type { ListFieldName } from './filter';
import { paramOf, qualifiers } from './qualifiers';
import { type Token, tokens } from './searchTokens';

export interface Suggestion {
  /** Replaces the text from `start` to the caret. */
  insert: string;
  /** What it means. */
  words: string;
}

export interface Suggestions {
  /** Where the text to replace starts. */
  start: number;
  /** The list field whose value is being typed, so that names from the data can be offered too; else null. */
  field: ListFieldName | null;
  /** What is typed so far of the value or the qualifier. */
  typed: string;
  items: Suggestion[];
}

/** Values to start from where any value of a kind can be typed. */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  took: { '<60s': 'under a minute', '1m..5m': '1 to under 5 minutes', '>=2h': 'two hours or more' },
  range: {
    '24h': 'the last 24 hours',
    '7d': 'the last 7 days',
    '30d': 'the last 30 days',
    '90d': 'the last 90 days',
  },
  time: { requested: 'when it was asked for', decided: 'when it was decided' },
};

/** What the search box can offer at the caret: qualifiers, or values of the qualifier being typed. */
export function suggest(textUpToCaret: string): Suggestions {
  const last = tokens(textUpToCaret).at(-1);
  const end = textUpToCaret.length;
  if (!last || last.start + last.text.length < end) return suggestQualifiers('', end);
  if (last.unclosed || last.text.endsWith('"')) return { start: end, field: null, typed: '', items: [] };
  const typed = last.parts.at(-1) ?? '';
  if (last.qualifier === null) return suggestQualifiers(typed, end - typed.length);
  const param = paramOf(last.qualifier);
  return { ...suggestValues(param, last, typed), start: end - typed.length };
}

function suggestQualifiers(typed: string, start: number): Suggestions {
  const items = Object.entries(qualifiers)
    .filter(([name]) => startsWith(name, typed))
    .map(([name, { meaning }]) => ({ insert: `${name}:`, words: meaning }));
  return { start, field: null, typed, items };
}

function suggestValues(param: string | null, token: Token, typed: string): Omit<Suggestions, 'start'> {
  const field = param !== null && isListField(param) ? param : null;
  const values = field ? valuesOf(field) : Object.entries(examples[param ?? ''] ?? {});
  const items = values
    .filter(([value]) => startsWith(value, typed) && !token.parts.slice(0, -1).includes(value))
    .map(([insert, words]) => ({ insert, words }));
  return { field, typed, items };
}

function valuesOf(field: ListFieldName): [value: string, words: string][] {
  const { words, shorthands } = listFields[field];
  const short = Object.entries(shorthands).map(([name, all]): [string, string] => [
    name,
    all.map((value) => words?.[value] ?? value).join(' or '),
  ]);
  return [...Object.entries(words ?? {}), ...short];
}

function startsWith(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}
