import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { owned } from '../../lib/demo/scopes';
import { answerOnBehalfOf, authorizationOf, expire, provider, signInAs } from './doubles';

const rows = (page: Page) => page.getByRole('table', { name: 'Access package requests' }).locator('tbody tr');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Request' });

/** Filter, order, columns, page size and zone: all that an address holds, but for the open request. */
const view = '/?outcome=approved&tookMax=86400&sort=-took&columns=requested,people,took&pageSize=50&tz=local';

const listed = z.object({
  data: z.object({
    rows: z.array(z.object({ requestId: z.string(), package: z.string() })),
    total: z.number(),
  }),
});

/** The table's text once it shows the answer to the address's own question. */
async function settled(page: Page): Promise<string[]> {
  await expect(page.locator('table[aria-busy=false]').first()).toBeVisible();
  return rows(page).allTextContents();
}

/** Everything that the page asks the API without a token. */
function askedWithoutToken(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/') && !request.headers().authorization) urls.push(request.url());
  });
  return urls;
}

test.describe.configure({ mode: 'serial' });

/** A link with an open request, and what an analyst saw there. */
let link = '';
let shown: { rows: string[]; story: string | null };

test('the workspaces are read while an analyst is there', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await signInAs(page, 'analyst');
  await expect(page.getByRole('button', { name: 'Account: Imke Brandt' })).toBeVisible();
  const authorization = await authorizationOf(page);
  const state = async () => {
    const response = await page.request.get('/api/coverage', { headers: { authorization } });
    return z.object({ data: z.object({ state: z.string() }) }).parse(await response.json()).data.state;
  };
  await expect.poll(state, { timeout: 150_000, intervals: [1000] }).toBe('complete');

  await page.goto(view);
  await settled(page);
  await rows(page).nth(2).getByRole('link').first().click();
  await expect(drawer(page)).toContainText('AADTenantId');
  link = page.url();
  shown = { rows: await settled(page), story: await drawer(page).textContent() };
});

// First of all for this reader: the server remembers for some minutes whom the workspaces let in.
test('a challenge of Conditional Access is answered at the provider, and leads back to the view', async ({
  page,
}) => {
  await answerOnBehalfOf(page.request, 'secondAnalyst', 'challenged');
  const signIns: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith(provider)) signIns.push(frame.url());
  });
  await page.goto(link);
  await signInAs(page, 'secondAnalyst');
  await expect.poll(() => signIns.length).toBe(2);
  await signInAs(page, 'secondAnalyst');
  await expect(drawer(page)).toContainText('Who asked, and why');
  expect(page.url()).toBe(link);
  expect(await settled(page)).toEqual(shown.rows);
});

test('a link opened while signed out shows the identical view after the sign-in', async ({ page }) => {
  const naked = askedWithoutToken(page);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Sign in to Contoso' })).toBeVisible();
  await signInAs(page, 'secondAnalyst');
  await expect(drawer(page)).toContainText('Who asked, and why');
  expect(page.url()).toBe(link);
  expect(await settled(page)).toEqual(shown.rows);
  await expect.poll(() => drawer(page).textContent()).toBe(shown.story);
  expect(naked).toEqual([]);
});

test('a session that ends in mid-work keeps the page, and the next sign-in its view', async ({ page }) => {
  await page.goto(link);
  await signInAs(page, 'secondAnalyst');
  const before = await settled(page);
  await expire(page.request, 'secondAnalyst');
  await page.getByRole('columnheader', { name: /Took/ }).getByRole('button').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Your session ended' })).toBeVisible();
  expect(await rows(page).allTextContents()).toEqual(before);
  await expect(drawer(page)).toContainText('Who asked, and why');
  const address = page.url();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signInAs(page, 'secondAnalyst');
  await expect(drawer(page)).toContainText('Who asked, and why');
  expect(page.url()).toBe(address);
  await expect.poll(async () => (await settled(page)).toString()).not.toBe(before.toString());
});

test('a sign-in that was cancelled says why, keeps the link, and can be tried again', async ({ page }) => {
  await page.goto(link);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    /The sign-in was cancelled.*AADSTS65004/,
  );
  expect(page.url()).toBe(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signInAs(page, 'analyst');
  await expect(drawer(page)).toContainText('Who asked, and why');
  expect(page.url()).toBe(link);
});

test('who signs out leaves nothing behind, and is not signed in again by a link', async ({ page }) => {
  await page.goto(link);
  await signInAs(page, 'analyst');
  await settled(page);
  await page.getByRole('button', { name: 'Account: Imke Brandt' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('You are signed out.');
  expect(new URL(page.url()).search).toBe('');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain('imke.brandt');
  const naked = askedWithoutToken(page);
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  expect(naked).toEqual([]);
});

test('a stranger is told who they are, that they have no access, and which role to ask for', async ({
  page,
}) => {
  await page.goto(link);
  await signInAs(page, 'stranger');
  await expect(page.getByRole('heading', { name: 'You have no access' })).toBeVisible();
  await expect(page.getByText('sam.okoro@contoso.example')).toBeVisible();
  await expect(page.getByText('Approvals.Read.Scoped')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { name: 'You have no access' })).toBeVisible();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await signInAs(page, 'analyst');
  await expect(drawer(page)).toContainText('Who asked, and why');
  expect(page.url()).toBe(link);
});

test('an owner in more groups than a token holds sees nothing, and why', async ({ page }) => {
  await page.goto('/');
  await signInAs(page, 'overageOwner');
  await expect(page.getByText(/more groups than a token holds/)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test('an owner sees only the requests of their packages, everywhere', async ({ page, browser }) => {
  await page.goto('/?pageSize=500');
  await signInAs(page, 'owner');
  const total = (await settled(page)).length;
  expect(total).toBeGreaterThan(10);
  for (const text of await rows(page).allTextContents())
    expect(owned.some((name) => text.includes(name))).toBe(true);
  const note = page.getByText(/^You can see \d+ of [\d,]+ requests\.$/);
  await expect(note).toBeVisible();
  const [visible = 0, all = 0] = ((await note.textContent())?.replaceAll(',', '').match(/\d+/g) ?? []).map(
    Number,
  );
  expect(all).toBeGreaterThan(visible);
  await expect(page.getByText(new RegExp(`of ${visible}$`)).first()).toBeVisible();

  await page.goto('/hunting-query');
  const packageCells = page.getByRole('table').first().locator('tbody tr');
  await expect(packageCells.first()).toBeVisible();
  for (const text of await packageCells.allTextContents())
    expect(owned.some((name) => text.includes(name))).toBe(true);

  const foreign = await foreignRequest(await browser.newPage());
  await page.goto(`/?open=${foreign}`);
  await expect(drawer(page)).toContainText(/no request|not found/i);
});

/** The id of a request that is of none of the owner's packages, as an analyst sees it. */
async function foreignRequest(page: Page): Promise<string> {
  await page.goto('/');
  await signInAs(page, 'analyst');
  await settled(page);
  const authorization = await authorizationOf(page);
  const response = await page.request.get('/api/requests?pageSize=500', { headers: { authorization } });
  const { data } = listed.parse(await response.json());
  await page.close();
  const found = data.rows.find((row) => !owned.includes(row.package));
  expect(found).toBeDefined();
  return found?.requestId ?? '';
}
