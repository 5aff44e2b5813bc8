import { describe, expect, test } from 'vitest';
import { error } from '../api/contract';
import { ask, letIn, routes } from '../api/everyRoute';
import { loneId } from '../api/serving';
import { signedIn } from './signedIn';
import { badTokens } from './tokens';

const { openId } = signedIn();

const refusal = (text: string) => error.parse(JSON.parse(text)).error;

test('the routes are found', () => expect(routes).toContain('requests'));

describe.each(Object.entries(badTokens))('%s', (_name, { status, code, says, authorization }) => {
  const headers = async (): Promise<Record<string, string>> => {
    const value = await authorization(openId());
    return value === null ? {} : { authorization: value };
  };
  test('is refused by every route in the same words', async () => {
    const sent = await headers();
    const answers = await Promise.all(routes.map(async (route) => ({ route, ...(await ask(route, sent)) })));
    const sentences = new Set<string>();
    for (const answer of answers) {
      expect(answer).toMatchObject({ route: answer.route, status });
      expect(refusal(answer.text).code).toBe(code);
      expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
      sentences.add(refusal(answer.text).message);
    }
    expect([...sentences]).toEqual([expect.stringContaining(says ?? '')]);
  });
  test('is told nothing of the data, nor whether the question was right', async () => {
    const sent = await headers();
    const answers = await Promise.all([
      ask('requests', sent),
      ask('requests', sent, { query: 'nonsense=1' }),
      ask('requests/[id]', sent, { part: loneId }),
      ask('requests/[id]', sent, { part: 'nobody' }),
    ]);
    expect(new Set(answers.map(({ text }) => refusal(text).message)).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  });
});

describe('a good token', () => {
  test.each(['analyst', 'secondAnalyst'] as const)('of the %s is let in by every route', async (name) => {
    const authorization = `Bearer ${await openId().tokenFor(name)}`;
    for (const route of routes)
      expect({ route, status: (await ask(route, { authorization })).status }).toEqual({
        route,
        status: letIn(route),
      });
  });
  test.each([
    ['whose audience is the API’s URI', () => ({ aud: `api://${openId().clientId}` })],
    ['with other scopes beside ours', () => ({ scp: 'User.Read Approvals.Access' })],
    [
      'with both roles, which shows everything',
      () => ({ roles: ['Approvals.Read.Scoped', 'Approvals.Read'] }),
    ],
    ['that expired half a minute ago by our clock', () => ({ exp: Math.floor(Date.now() / 1000) - 30 })],
  ])('%s is let in', async (_rule, claims) => {
    const token = await openId().tokenFor('analyst', { claims: claims() });
    const { status, text } = await ask('requests', { authorization: `bearer ${token}` });
    expect(status).toBe(200);
    expect(JSON.parse(text).meta.scope).toBeNull();
  });
});
