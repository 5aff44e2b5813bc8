import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { type OnBehalfOf, type PersonName, people } from '../doubles/openid/people';

/** Where the doubles listen. MSAL renews tokens that are good for less than 300 seconds at every use. */
export const doubles = { OPENID_PORT: '9453', LOG_ANALYTICS_PORT: '9454', TOKEN_SECONDS: '120' };

export const provider = `https://127.0.0.1:${doubles.OPENID_PORT}`;

/** Chooses a person on the provider's sign-in page. */
export async function signInAs(page: Page, person: PersonName): Promise<void> {
  await page.waitForURL(`${provider}/**`);
  await page.getByRole('button', { name: people[person].name }).click();
}

/** Takes back the session and the refresh tokens of a person. */
export async function expire(request: APIRequestContext, user: PersonName): Promise<void> {
  const response = await request.post(`${provider}/double/expire`, { data: { user } });
  expect(response.status()).toBe(204);
}

/** How the provider answers from now on when the server asks for a token on behalf of a person. */
export async function answerOnBehalfOf(
  request: APIRequestContext,
  user: PersonName,
  answer: OnBehalfOf,
): Promise<void> {
  const response = await request.post(`${provider}/double/on-behalf-of`, { data: { user, answer } });
  expect(response.status()).toBe(204);
}

/** The header of the page's next question to the API, with the reader's token. */
export async function authorizationOf(page: Page): Promise<string> {
  const asked = page.waitForRequest(/\/api\//);
  await page.reload();
  return (await asked).headers().authorization ?? '';
}
