import type { AnyOfField } from '../clause';
import type { ListField } from '../field';
import { lowered } from '../lowered';
import { joined, listField, spoken } from './list';

const longest = 200;
const objectId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** True for the id of a picked person, package or policy; false for typed text. */
export function isObjectId(value: string): boolean {
  return objectId.test(value);
}

/** A field that is one of the picked objects, or one of whose names contains the typed text. */
export function anyOf(name: AnyOfField, label: string): ListField {
  return listField({
    kind: 'any-of',
    name,
    label,
    readValues: (text) => {
      if (text.trim() === '') return { wrong: 'it has no value; give an object id or part of a name.' };
      if (text.length > longest) return { wrong: `it is longer than ${longest} characters; shorten it.` };
      return { value: [text] };
    },
    normal: (value) => (isObjectId(value) ? value.toLowerCase() : value),
    clause: (not, values) => ({
      kind: 'any-of',
      field: name,
      not,
      ids: values.filter(isObjectId),
      texts: values.filter((value) => !isObjectId(value)).map(lowered),
    }),
    say: (not, values) => {
      const words = (picked: boolean) =>
        joined(
          values.filter(({ value }) => isObjectId(value) === picked).map((value) => value.words),
          'or',
        );
      const [is, contains] = not ? ['is not', 'does not contain'] : ['is', 'contains'];
      const [ids, texts] = [words(true), words(false)];
      if (ids === '') return { verb: contains, words: texts };
      if (texts === '') return { verb: is, words: ids };
      return { verb: is, words: `${ids} ${not ? 'and' : 'or'} ${contains} ${texts}` };
    },
    valueWords: (value, { names }) =>
      isObjectId(value) ? ((Object.hasOwn(names, value) ? names[value] : null) ?? value) : spoken(value),
  });
}
