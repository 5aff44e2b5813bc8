import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { acceptedBy } from '@/lib/filter/params';
import { parseApi } from '@/lib/filter/parse';
import { toParams } from '@/lib/filter/toParams';
import { facetFields } from '@/lib/summary';
import { error } from '../api/contract';
import { routes, samplePackage } from '../api/everyRoute';
import { loneId } from '../api/product';
import { hostile } from './searchBox';
import { expectSame, expectThat, type Surface } from './surface';
import { queries } from './urls';

/** What each route under app/api accepts. */
export const accepts: Readonly<Record<string, readonly string[]>> = {
  coverage: acceptedBy.coverage,
  export: acceptedBy.export,
  'export/[id]': acceptedBy.manifest,
  'facets/[field]': acceptedBy.facet,
  'hunting-query': acceptedBy.huntingQuery,
  'hunting-query/workspace': acceptedBy.workspaceHunting,
  kql: acceptedBy.kql,
  packages: acceptedBy.packages,
  'packages/[id]': acceptedBy.package,
  people: acceptedBy.people,
  'people/[id]': acceptedBy.person,
  receipt: acceptedBy.receipt,
  requests: acceptedBy.requests,
  'requests/[id]': acceptedBy.request,
  'requests/[id]/kql': acceptedBy.request,
  summary: acceptedBy.summary,
  sync: acceptedBy.coverage,
};

interface Question {
  route: string;
  query: string;
  /** Whether what the route does not accept is left out, so that it has something to answer. */
  isNarrowed: boolean;
  part: string;
  host: string;
  contentType: string;
  body: string;
}

/** Addresses and bodies through the handlers of the routes, which need the product to run. */
export const api: Surface<Question> = {
  inputs: fc.record({
    route: fc.constantFrom(...routes),
    query: queries,
    isNarrowed: fc.boolean(),
    part: fc.oneof(fc.constantFrom(loneId, samplePackage, ...facetFields, '..', '%00', '\\0'), hostile),
    host: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('127.0.0.1:3000', 'localhost') },
      fc.constantFrom('evil.example', '127.0.0.1@evil.example', '', '127.0.0.1:3000, evil.example'),
    ),
    contentType: fc.constantFrom('application/json', 'application/json; charset=utf-7', 'text/plain', ''),
    body: fc.oneof(
      hostile,
      fc.json(),
      fc.nat({ max: 70_000 }).map((length) => '['.repeat(length)),
    ),
  }),
  async check(question) {
    const taken = accepts[question.route];
    expectThat(taken !== undefined, 'a route is missing from the table', question.route);
    const params = narrowed(new URLSearchParams(question.query), question.isNarrowed ? taken : null);
    const { view, problems } = parseApi(params, taken);
    const { status, text } = await ask(question, params);
    if (status !== 200) {
      const { code, message } = error.parse(JSON.parse(text)).error;
      expectThat(code !== 'internal', 'a route failed', { status, message });
      if (code === 'bad-parameter' && problems.length > 0)
        for (const problem of problems)
          expectThat(message.includes(problem.message), 'a problem is not named', { message, problem });
      return 'refused';
    }
    expectSame(problems, [], 'it was answered although it was not understood');
    if (question.route !== 'export') answer.parse(JSON.parse(text));
    if (question.route === 'requests' && view.filter.time.span.kind !== 'rolling') {
      const again = await ask(question, toParams(view));
      expectSame(dataOf(again.text), dataOf(text), 'the same view has another answer');
    }
    return 'accepted';
  },
};

const answer = z.object({ data: z.unknown(), meta: z.object({ warnings: z.array(z.string()) }) });

function dataOf(text: string): unknown {
  return answer.parse(JSON.parse(text)).data;
}

function narrowed(params: URLSearchParams, taken: readonly string[] | null): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => taken?.includes(name.replace(/^-/, '')) ?? true));
}

async function ask(
  { route, part, host, contentType, body }: Question,
  params: URLSearchParams,
): Promise<{ status: number; text: string }> {
  const { GET, POST } = await import(path.resolve('app/api', route, 'route.ts'));
  const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, part]);
  const address = `http://127.0.0.1:3000/api/${route.replace(/\[\w+\]/g, () => encodeURIComponent(part.toWellFormed()))}?${params}`;
  const request = new Request(
    address,
    GET ? { headers: { host } } : { method: 'POST', headers: { host, 'content-type': contentType }, body },
  );
  const response: Response = await (GET ?? POST)(request, {
    params: Promise.resolve(Object.fromEntries(names)),
  });
  return { status: response.status, text: await response.text() };
}
