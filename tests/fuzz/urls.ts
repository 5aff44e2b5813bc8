import fc from 'fast-check';
import { toClauses } from '@/lib/filter/clauses';
import { acceptedBy, viewParams } from '@/lib/filter/params';
import { parseApi, parseView } from '@/lib/filter/parse';
import type { ParamProblem } from '@/lib/filter/problem';
import { toParams } from '@/lib/filter/toParams';
import { views } from '../filter/arbitraries';
import { mutatedText, mutations } from './mutations';
import { answered, hostile, now } from './searchBox';
import { expectSame, expectThat, type Surface } from './surface';

const names = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...viewParams) },
  fc.constantFrom('__proto__', 'constructor', 'format', 'workspace', '', '-', '--q', 'took'),
  hostile,
);
const values = fc.oneof(
  hostile,
  fc.constantFrom(
    'denied',
    'none',
    '60',
    '-1',
    '1e3',
    '0.5',
    '1..2',
    '30d',
    'all',
    '2026-08-03',
    'off',
    '-worth',
  ),
  fc.constantFrom(
    '2026-08-03T08:00:00+14:00',
    '9999-12-31T23:59:59-23:59',
    '"a" b',
    '/',
    'a/b',
    '9'.repeat(501),
  ),
);
const spelled = fc
  .array(fc.tuple(fc.boolean(), names, values), { maxLength: 6 })
  .map(
    (entries) =>
      `${new URLSearchParams(entries.map(([not, name, value]) => [not ? `-${name}` : name, value]))}`,
  );

const written = fc.constantFrom(
  ...fc.sample(views, { numRuns: 1_000, seed: 1 }).map((view) => `${toParams(view)}`),
);

/** What stands behind the question mark of an address. */
export const queries: fc.Arbitrary<string> = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: spelled }, written), fc.array(mutations, { maxLength: 2 }))
  .map(([text, damage]) => mutatedText(text, damage).slice(0, 4_000));

interface Address {
  text: string;
  endpoint: keyof typeof acceptedBy;
}

const endpoints: readonly Address['endpoint'][] = [
  'requests',
  'request',
  'summary',
  'facet',
  'packages',
  'people',
  'receipt',
  'export',
  'manifest',
  'huntingQuery',
  'workspaceHunting',
  'coverage',
];

/** The parameters of a page and of every endpoint, as the text behind the question mark. */
export const urls: Surface<Address> = {
  inputs: fc.record({
    text: queries,
    endpoint: fc.constantFrom(...endpoints),
  }),
  check({ text, endpoint }) {
    const params = new URLSearchParams(text);
    const { view, problems } = parseView(params);
    const again = toParams(view);
    expectSame(parseView(again), { view, problems: [] }, 'the written view is another one');
    expectSame(`${toParams(parseView(again).view)}`, `${again}`, 'the written view is not stable');
    expectSame(
      parseView(new URLSearchParams(`${again}`)).view,
      view,
      'the text of the URL says something else',
    );
    toClauses(view.filter, now);
    expectNamed(params, viewParams, problems);
    const accepts: readonly string[] = acceptedBy[endpoint];
    const read = parseApi(params, accepts);
    expectNamed(params, accepts, read.problems);
    if (read.problems.length > 0) return answered(problems.length);
    expectSame(parseApi(toParams(read.view), accepts).view, read.view, 'it reads what it wrote as another');
    if (problems.length === 0)
      expectSame(read.view.filter, view.filter, 'page and endpoint read another filter');
    return answered(problems.length);
  },
};

/** Every parameter that is not accepted is named with its value. */
function expectNamed(
  params: URLSearchParams,
  accepts: readonly string[],
  problems: readonly ParamProblem[],
): void {
  const named = new Set(problems.map(({ param, value }) => `${param}=${value}`));
  for (const [name, value] of params) {
    if (accepts.includes(name.replace(/^-/, ''))) continue;
    expectThat(named.has(`${name}=${value}`), 'a parameter is not named', { name, value });
  }
}
