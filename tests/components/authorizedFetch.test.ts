import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AnswerError } from '@/components/data/AnswerError';
import { authorizedFetch, type Refusal, setSession } from '@/components/data/authorizedFetch';
import { fetchAnswer } from '@/components/data/fetchAnswer';

/** What the server answers, one after another, and the tokens that it was asked with. */
let answers: { status: number; body: unknown }[] = [];
let asked: (string | undefined)[] = [];
let url = '';

const server = createServer((request, response) => {
  asked.push(request.headers.authorization);
  const { status, body } = answers.shift() ?? { status: 500, body: {} };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address !== null) url = `http://127.0.0.1:${address.port}/api/coverage`;
});
afterAll(() => void server.close());
afterEach(() => {
  setSession(null);
  answers = [];
  asked = [];
});

const good = { status: 200, body: { data: {}, meta: { coverage: {} } } };
const refusal = (status: number, code: string, more: object = {}) => ({
  status,
  body: { error: { code, message: 'Why.', requestId: 'r', ...more } },
});

/** A session whose first token is `old` and whose renewed one is `new`. */
function signIn(): Refusal[] {
  const refused: Refusal[] = [];
  setSession({
    token: async ({ renewed }) => (renewed ? 'new' : 'old'),
    refused: (one) => void refused.push(one),
  });
  return refused;
}

test('without sign-in no token is sent', async () => {
  answers = [good];
  expect((await authorizedFetch(url)).status).toBe(200);
  expect(asked).toEqual([undefined]);
});

test('the reader’s token goes along, beside the headers that were given', async () => {
  signIn();
  answers = [good];
  await authorizedFetch(url, { headers: { accept: 'application/json' } });
  expect(asked).toEqual(['Bearer old']);
});

for (const code of ['token-expired', 'token-refused'])
  test(`${code} renews the token once, and the reader notices nothing`, async () => {
    const refused = signIn();
    answers = [refusal(401, code), good];
    expect((await authorizedFetch(url)).status).toBe(200);
    expect(asked).toEqual(['Bearer old', 'Bearer new']);
    expect(refused).toEqual([]);
  });

test('a renewed token that is refused too ends the session', async () => {
  const refused = signIn();
  answers = [refusal(401, 'token-expired'), refusal(401, 'token-expired')];
  await expect(authorizedFetch(url)).rejects.toMatchObject({ code: 'session-ended', requestId: 'r' });
  expect(refused.map(({ code }) => code)).toEqual(['token-expired']);
});

test('a challenge is passed on with its claims, and no token is renewed for it', async () => {
  const refused = signIn();
  answers = [refusal(401, 'challenge', { claims: '{"access_token":{}}' })];
  await expect(authorizedFetch(url)).rejects.toBeInstanceOf(AnswerError);
  expect(asked).toEqual(['Bearer old']);
  expect(refused).toMatchObject([{ code: 'challenge', claims: '{"access_token":{}}' }]);
});

test('a reader without access is told so by the answer itself', async () => {
  const refused = signIn();
  answers = [refusal(403, 'no-access')];
  await expect(fetchAnswer(url, new AbortController().signal)).rejects.toMatchObject({ code: 'no-access' });
  expect(refused.map(({ code }) => code)).toEqual(['no-access']);
});

test('what a proxy in between answers is not taken for a refusal of ours', async () => {
  const refused = signIn();
  answers = [{ status: 403, body: { message: 'blocked' } }];
  expect((await authorizedFetch(url)).status).toBe(403);
  expect(refused).toEqual([]);
});

test('after the session has ended a question waits until it is taken back', async () => {
  setSession({
    token: () => Promise.reject(new AnswerError('session-ended', 'Over.', null)),
    refused: () => {},
  });
  const aborting = new AbortController();
  const outcome = fetchAnswer(url, aborting.signal).catch((error: unknown) => error);
  const first = await Promise.race([outcome, new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))]);
  expect(first).toBe('waiting');
  expect(asked).toEqual([]);
  aborting.abort(new Error('taken back'));
  expect(await outcome).toMatchObject({ message: 'taken back' });
});

test('an authority that cannot be reached is a failure like any other, to be tried again', async () => {
  setSession({
    token: () => Promise.reject(new AnswerError('unreachable', 'No network.', null)),
    refused: () => {},
  });
  await expect(fetchAnswer(url, new AbortController().signal)).rejects.toMatchObject({
    code: 'unreachable',
    message: 'No network.',
  });
});
