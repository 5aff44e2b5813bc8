import type { ListField } from '../field';
import { lowered } from '../lowered';
import { quote, readTerms, writeTerm } from '../quote';
import { joined, listField, spoken } from './list';

const longest = 200;

/** The search words: every term must occur in the justifications or names, no excluded term may. */
export function searchText(name: 'q', label: string): ListField {
  return listField({
    kind: 'text',
    name,
    label,
    readValues: (text) => {
      const terms = readTerms(text);
      if ('wrong' in terms) return terms;
      if (terms.value.length === 0 || terms.value.some((term) => term.trim() === '')) {
        return { wrong: 'it has no words to search for; give some or leave it out.' };
      }
      if (terms.value.some((term) => term.length > longest)) {
        return { wrong: `a term is longer than ${longest} characters; shorten it.` };
      }
      return terms;
    },
    writeValue: writeTerm,
    printValues: (terms) => terms.map((term) => (/^[^\s":-][^\s":]*$/.test(term) ? term : quote(term))),
    clause: (not, values) => ({ kind: 'text', field: name, not, terms: values.map(lowered) }),
    say: (not, values) => ({
      verb: not ? 'does not contain' : 'contains',
      words: joined(
        values.map((value) => value.words),
        not ? 'or' : 'and',
      ),
    }),
    valueWords: spoken,
  });
}
