import type { Clause } from '../clause';
import type { Chip, ListField, Naming } from '../field';
import type { Choices, ListFieldName } from '../filter';
import { type Entry, type ParamProblem, problem } from '../problem';
import { quote } from '../quote';

const mostValues = 200;

interface ListKind extends Pick<ListField, 'kind' | 'label' | 'readValues'> {
  name: ListFieldName;
  /** What the field is called in the search box, where that is not its parameter. */
  qualifier?: string;
  words?: Readonly<Record<string, string>>;
  shorthands?: Readonly<Record<string, readonly string[]>>;
  /** The one spelling of a value; the value itself unless given. */
  normal?: (value: string) => string;
  /** A value as one URL parameter; the value itself unless given. */
  writeValue?: (value: string) => string;
  /** The search-box text of one sign's values; `qualifier:a,b` unless given. */
  printValues?: (values: readonly string[]) => string[];
  clause(not: boolean, values: readonly string[]): Clause;
  say(not: boolean, values: Chip['values']): Pick<Chip, 'verb' | 'words'>;
  valueWords(value: string, naming: Naming): string;
}

/** Builds a field that holds a list of choices and a list of excluded ones. */
export function listField(kind: ListKind): ListField {
  const { name, label, words = null, shorthands = {}, readValues } = kind;
  const { normal = (value) => value, writeValue = (value) => value } = kind;
  const order = words && Object.keys(words);

  function tidy(values: readonly string[]): string[] {
    return order ? order.filter((value) => values.includes(value)) : [...new Set(values.map(normal))];
  }

  function readSign(entries: readonly Entry[], problems: ParamProblem[]): string[] {
    const values = entries.flatMap((entry) => {
      const result = readValues(entry.value);
      if ('value' in result) return result.value;
      problems.push(problem('malformed', [entry], result.wrong));
      return [];
    });
    const [first] = entries;
    if (!first || values.length <= mostValues) return tidy(values);
    const why = `${name} has ${values.length} values, so none of them applies; give at most ${mostValues}.`;
    problems.push(problem('too-many', [first], why));
    return [];
  }

  function printSign(values: readonly string[]): string[] {
    if (kind.printValues) return kind.printValues(values);
    const short = Object.entries(shorthands).find(([, all]) => all.every((value) => values.includes(value)));
    const texts = short ? [...values.filter((value) => !short[1].includes(value)), short[0]] : values;
    return [`${kind.qualifier ?? name}:${texts.map(printValue).join(',')}`];
  }

  function signs<T>(value: Choices, of: (not: boolean, values: readonly string[]) => T[]): T[] {
    return [
      ...(value.is.length > 0 ? of(false, value.is) : []),
      ...(value.isNot.length > 0 ? of(true, value.isNot) : []),
    ];
  }

  return {
    kind: kind.kind,
    label,
    params: [name],
    negatable: true,
    none: { is: [], isNot: [] },
    words,
    shorthands,
    readValues,
    tidy,
    read(entries, problems) {
      const is = entries.filter((entry) => !entry.not);
      const isNot = entries.filter((entry) => entry.not);
      return { is: readSign(is, problems), isNot: readSign(isNot, problems) };
    },
    write: (value) =>
      signs(value, (not, values) => values.map((each) => [signed(not, name), writeValue(each)])),
    print: (value) => signs(value, (not, values) => printSign(values).map((text) => signed(not, text))),
    clauses: (value) => signs(value, (not, values) => [kind.clause(not, values)]),
    chips: (value, naming) =>
      signs(value, (not, texts) => {
        const values = texts.map((text) => ({ value: text, words: kind.valueWords(text, naming) }));
        return [{ field: name, not, params: [signed(not, name)], label, values, ...kind.say(not, values) }];
      }),
  };
}

function signed(not: boolean, text: string): string {
  return not ? `-${text}` : text;
}

function printValue(value: string): string {
  return /^[^\s",][^\s,]*$/.test(value) ? value : quote(value);
}

/** `a`, `a or b`, `a, b or c`. */
export function joined(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** Typed text in a sentence: in quotes unless it is plainly one word. */
export function spoken(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}@._-]*$/u.test(text) ? text : `“${text}”`;
}
