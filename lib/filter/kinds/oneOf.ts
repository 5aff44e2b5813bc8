import type { OneOfField } from '../clause';
import type { ListField } from '../field';
import { offer } from '../nearest';
import { type Read, shortened } from '../problem';
import { joined, listField, spoken } from './list';

interface OneOf {
  name: OneOfField;
  label: string;
  /** Values and their words; without it, any lower-case text of at most 100 characters is a value. */
  words?: Readonly<Record<string, string>>;
  qualifier?: string;
  shorthands?: Readonly<Record<string, readonly string[]>>;
}

const longest = 100;

/** A field whose value equals one of the chosen ones. */
export function oneOf({ name, label, words, ...search }: OneOf): ListField {
  return listField({
    kind: 'one-of',
    name,
    label,
    ...(words ? { words } : { normal: (value) => value.toLowerCase() }),
    ...search,
    readValues: (text) => (words ? readWord(label, words, text) : readFree(text)),
    clause: (not, values) => ({ kind: 'one-of', field: name, not, values: [...values] }),
    say: (not, values) => ({
      verb: not ? 'is not' : 'is',
      words: joined(
        values.map((value) => value.words),
        'or',
      ),
    }),
    valueWords: (value) => (words && Object.hasOwn(words, value) ? words[value] : null) ?? spoken(value),
  });
}

function readWord(label: string, words: Readonly<Record<string, string>>, text: string): Read<string[]> {
  if (Object.hasOwn(words, text)) return { value: [text] };
  const values = Object.keys(words);
  if (text === '') return { wrong: `it has no value; use one of ${values.join(', ')}.` };
  return { wrong: `“${shortened(text)}” is not a value of ${label}; ${offer(text, values)}` };
}

function readFree(text: string): Read<string[]> {
  if (text.trim() === '') return { wrong: 'it has no value; give one or leave it out.' };
  if (text.toLowerCase().length > longest)
    return { wrong: `it is longer than ${longest} characters; shorten it.` };
  return { value: [text] };
}
