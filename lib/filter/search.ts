import { emptyFilter, fieldNames, fields, isListField, listFields } from './fields';
import type { FieldName, Filter } from './filter';
import { readTypedRange } from './kinds/numberRange';
import { nearest } from './nearest';
import { filterParams } from './params';
import { readFilter, refuse } from './parse';
import { type Entry, type ParamProblem, problem } from './problem';
import { paramOf, qualifiers } from './qualifiers';
import { quote, writeTerm } from './quote';
import { type Token, tokens } from './searchTokens';

/**
 * Reads the text of the search box: qualifiers (`approver:ortega`, `-outcome:denied,expired`,
 * `took:<60s`), words and quoted phrases. The filter is all that the text says; a token that cannot be
 * used is named in `problems`, and the rest of the text applies.
 */
export function parseSearch(text: string): { filter: Filter; problems: ParamProblem[] } {
  const problems: ParamProblem[] = [];
  const entries: Entry[] = [];
  for (const token of tokens(text.toWellFormed())) {
    for (const entry of entriesOf(token, problems)) {
      const refused = refuse(entry, filterParams);
      if (refused) problems.push(refused);
      else entries.push(entry);
    }
  }
  const filter = entries.length === 0 ? emptyFilter : readFilter(entries, problems);
  return { filter, problems };
}

/** The filter as text for the search box; `parseSearch` gives the same filter back. */
export function printSearch(filter: Filter): string {
  return fieldNames.flatMap((name) => printField(name, filter)).join(' ');
}

function printField<F extends FieldName>(name: F, filter: Filter): string[] {
  return fields[name].print(filter[name]);
}

function entriesOf(token: Token, problems: ParamProblem[]): Entry[] {
  const { not, qualifier, parts, text } = token;
  if (token.unclosed) {
    problems.push(unusable(token, 'malformed', 'a quote is not closed; end the phrase with ".'));
    return [];
  }
  if (qualifier === null) {
    return parts.map((term) => ({ param: 'q', not, value: writeTerm(term), written: text }));
  }
  const param = paramOf(qualifier);
  if (param === null) {
    problems.push(unusable(token, 'unknown', unknownQualifier(token, qualifier)));
    return [];
  }
  if (param === 'took') return tookEntries(token, problems);
  return parts
    .flatMap((part) => valuesOf(param, part))
    .map((value) => ({ param, not, value, written: text }));
}

function unknownQualifier(token: Token, qualifier: string): string {
  const near = nearest(qualifier, Object.keys(qualifiers));
  const offer = near === null ? '' : ` Did you mean ${near}:?`;
  const phrase = token.not ? `-${quote(token.text.slice(1))}` : quote(token.text);
  return `${qualifier}: is no qualifier.${offer} To search for the text itself, write ${phrase}.`;
}

/** One typed value as URL parameter values: enumerated words in any case, shorthands spelled out. */
function valuesOf(param: string, part: string): readonly string[] {
  if (param === 'q') return [writeTerm(part)];
  if (!isListField(param)) return [part];
  const { words, shorthands } = listFields[param];
  if (words === null) return [part];
  const word = part.toLowerCase();
  return Object.hasOwn(shorthands, word) ? (shorthands[word] ?? []) : [word];
}

/** One range to keep, or any number of them to leave out. */
function tookEntries(token: Token, problems: ParamProblem[]): Entry[] {
  const { not, text: written } = token;
  const typed = not ? token.parts : [token.parts.join(',')];
  return typed.flatMap((part) => {
    const range = readTypedRange(part);
    if ('wrong' in range) {
      problems.push(unusable(token, 'malformed', range.wrong, part));
      return [];
    }
    const { min, max } = range.value;
    const said = not
      ? fields.notTook.write([{ of: 'took', from: min, to: max }])
      : fields.took.write(range.value);
    return said.map(([param, value]) => ({ param: param.replace(/^-/, ''), not, value, written }));
  });
}

function unusable(
  token: Token,
  code: ParamProblem['code'],
  why: string,
  value = token.parts.join(','),
): ParamProblem {
  const entry = { param: token.qualifier ?? 'q', not: token.not, value, written: token.text };
  return problem(code, [entry], why);
}
