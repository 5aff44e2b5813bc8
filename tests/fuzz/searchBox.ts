import fc from 'fast-check';
import { toClauses } from '@/lib/filter/clauses';
import { describeFilter, sentence } from '@/lib/filter/describe';
import { emptyFilter, fieldNames } from '@/lib/filter/fields';
import { viewParams } from '@/lib/filter/params';
import { parseView } from '@/lib/filter/parse';
import { qualifiers } from '@/lib/filter/qualifiers';
import { parseSearch, printSearch } from '@/lib/filter/search';
import { tokens } from '@/lib/filter/searchTokens';
import { suggest } from '@/lib/filter/suggest';
import { filterToParams } from '@/lib/filter/toParams';
import { filters, hostileText } from '../filter/arbitraries';
import { mutatedText, mutations } from './mutations';
import { type Answered, expectSame, expectThat, type Surface } from './surface';

export const now = '2026-08-20T12:34:56.7890123Z';

/** Texts that are hostile one by one: making them costs more than the product takes to read them. */
export const hostile: fc.Arbitrary<string> = fc.constantFrom(
  ...fc.sample(hostileText, { numRuns: 2_000, seed: 1 }),
);
const printed = fc.constantFrom(
  ...fc.sample(filters(), { numRuns: 1_000, seed: 1 }).map((filter) => printSearch(filter)),
);

const values = fc.oneof(
  hostile,
  fc.constantFrom('denied', 'none', '<60s', '>=1h30m', '1m..5m', '30d', 'all', '2026-02-30', '2026-08-03'),
  fc.constantFrom(
    'this-quarter',
    '""',
    '"a,b"',
    '..',
    '..5s',
    '1..2',
    '9'.repeat(400),
    'decided',
    'requested',
  ),
);
const names = fc.oneof(fc.constantFrom(...Object.keys(qualifiers)), fc.constantFrom(...viewParams), hostile);
const typed = fc
  .array(
    fc
      .record({ not: fc.boolean(), name: names, values: fc.array(values, { minLength: 1, maxLength: 3 }) })
      .map((token) => `${token.not ? '-' : ''}${token.name}:${token.values.join(',')}`),
    { maxLength: 5 },
  )
  .map((texts) => texts.join(' '));
/** What is typed into the search box. */
export const searchBox: Surface<string> = {
  inputs: fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: typed },
        printed,
        fc.array(hostile, { maxLength: 8 }).map((texts) => texts.join(' ')),
      ),
      fc.array(mutations, { maxLength: 2 }),
    )
    .map(([text, damage]) => mutatedText(text, damage).slice(0, 4_000)),
  check(text) {
    const { filter, problems } = parseSearch(text);
    const again = printSearch(filter);
    expectSame(parseSearch(again), { filter, problems: [] }, 'the printed filter is another one');
    expectSame(printSearch(parseSearch(again).filter), again, 'the printed text is not stable');
    const params = filterToParams(filter);
    expectSame(parseView(params).view.filter, filter, 'the URL of the filter says something else');
    expectSame(parseView(params).problems, [], 'the URL of the filter has problems');
    for (const token of tokens(text.toWellFormed()))
      expectThat(isHeard(token.text), 'a token was dropped', token);
    const chips = describeFilter(filter);
    const hasWords = chips.every(({ label, verb, words }) => label !== '' && verb !== '' && words !== '');
    expectThat(hasWords && sentence(filter) !== '', 'a chip says nothing', chips);
    const fields = toClauses(filter, now).map(({ field }) => field);
    const areKnown = fields.every((field) => fieldNames.some((name) => name === field));
    expectThat(areKnown, 'a clause of no field', fields);
    expectThat(suggest(text).start <= text.length, 'a suggestion starts nowhere');
    return answered(problems.length);
  },
};

/** What a token that changes nothing may say. */
const saysNothing = /^-?(?:range:"?all"?|(?:by|time):"?requested"?)$/i;

/** A token by itself has an effect, or is named. */
function isHeard(token: string): boolean {
  const { filter, problems } = parseSearch(token);
  if (problems.length > 0 || saysNothing.test(token)) return true;
  return printSearch(filter) !== printSearch(emptyFilter);
}

export function answered(problems: number): Answered {
  return problems === 0 ? 'accepted' : 'refused';
}
