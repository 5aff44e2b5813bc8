import { expect, type Page, test } from '@playwright/test';

const box = (page: Page) => page.getByRole('combobox', { name: 'Filter, or search reasons and names' });
const rows = (page: Page) => page.getByRole('table', { name: 'Access package requests' }).locator('tbody tr');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Request' });

async function apply(page: Page, typed: string) {
  await box(page).fill(typed);
  await box(page).press('Enter');
}

/** The table's text once it is not being asked for anew. */
async function settled(page: Page): Promise<string[]> {
  await expect(page.locator('table[aria-busy=false]').first()).toBeVisible();
  return rows(page).allTextContents();
}

test('every bundled request is a row, what is worth a look first, with both reasons readable', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByText(/^1–100 of \d,\d{3}$/)).toBeVisible();
  await expect(rows(page)).toHaveCount(100);
  await expect(page.getByRole('columnheader', { name: 'Worth a look' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(rows(page).first().locator('td[data-column=checks]')).toContainText(/, strong/);
  await expect(page.getByText('Bundled sample data, sign-in off, this machine only')).toBeVisible();
});

test('typed qualifiers are the same state as the chips and the URL', async ({ page }) => {
  await page.goto('/');
  await apply(page, 'approver:ortega took:<60s -outcome:denied');
  await expect(page).toHaveURL(/approver=ortega/);
  await expect(page).toHaveURL(/tookMax=60/);
  await expect(page).toHaveURL(/-outcome=denied/);
  const chips = page.getByRole('list', { name: 'Filters' });
  await expect(chips).toContainText('approver contains ortega');
  await expect(chips).toContainText('took under 60 s');
  await expect(chips).toContainText('outcome is not denied');
  for (const text of await settled(page)) expect(text).toMatch(/ortega/);
  expect((await settled(page)).length).toBeGreaterThan(5);
});

test('quoted words are searched in both reasons and marked', async ({ page }) => {
  await page.goto('/?q="access needed"');
  expect((await settled(page)).length).toBeGreaterThan(2);
  await expect(rows(page).first().locator('mark').first()).toHaveText(/access needed/i);
});

test('a headline number is a filter that can be set and unset', async ({ page }) => {
  await page.goto('/');
  const denied = page.getByRole('button', { name: /Denied/ });
  await expect(denied).toContainText(/\d/);
  const count = (await denied.textContent())?.match(/[\d,]+/)?.[0] ?? '';
  await denied.click();
  await expect(page).toHaveURL(/outcome=denied/);
  await expect(page.getByText(new RegExp(`of ${count}$`)).first()).toBeVisible();
  await denied.click();
  await expect(page).not.toHaveURL(/outcome=denied/);
});

test('a copied link of a filtered, sorted view with an open request shows the same in a fresh browser', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?range=90d');
  await apply(page, 'outcome:approved,denied -requestor:zzz');
  await page.getByRole('button', { name: 'Took' }).click();
  await expect(page).toHaveURL(/sort=/);
  await settled(page);
  await rows(page).nth(2).getByRole('link').click();
  await expect(drawer(page)).toContainText('Raw records');
  const texts = await settled(page);
  const story = await drawer(page).textContent();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('#copy-link').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('from=');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toContain('range=');

  const fresh = await browser.newContext({
    viewport: { width: 1480, height: 900 },
    timezoneId: 'America/Sao_Paulo',
  });
  const other = await fresh.newPage();
  await other.goto(link);
  expect(await settled(other)).toEqual(texts);
  await expect(drawer(other)).toContainText('Who asked, and why');
  await expect.poll(() => drawer(other).textContent()).toBe(story);
  await fresh.close();
});

test('the open request tells who asked, who decided, what happened, and shows its raw records', async ({
  page,
}) => {
  await page.goto('/?outcome=approved&approver=ortega');
  await settled(page);
  await rows(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/open=/);
  for (const heading of ['Who asked, and why', 'Who decided, and why', 'What happened'])
    await expect(drawer(page).getByRole('heading', { name: heading })).toBeVisible();
  await drawer(page)
    .locator('summary', { hasText: 'User requests access package assignment' })
    .first()
    .click();
  await expect(drawer(page)).toContainText('AADTenantId');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
});

test('what a link says and the product does not understand is named, and the rest is shown', async ({
  page,
}) => {
  await page.goto('/?aprover=ortega&outcome=denied&tookMin=soon');
  await expect(page.getByText('did you mean approver?')).toBeVisible();
  await expect(page.getByText(/tookMin=soon has no effect/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('outcome is denied');
  await page.getByRole('button', { name: 'Remove from the link' }).click();
  await expect(page).not.toHaveURL(/aprover|tookMin/);
});

test('no match says which filter to drop, with what that would give', async ({ page }) => {
  await page.goto('/?outcome=denied&tookMax=60');
  await expect(page.getByText('0 requests match.')).toBeVisible();
  await page.getByRole('button', { name: /Without took under 60 s: [1-9]/ }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('hostile log text is shown and does nothing', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('/?q=<script>');
  expect((await settled(page)).length).toBeGreaterThan(0);
  await expect(rows(page).first()).toContainText('<script>');
  await page.goto('/?q==HYPERLINK');
  expect((await settled(page)).length).toBeGreaterThan(0);
  await expect(rows(page).locator('a[href*="http://"]:not([href^="http://127.0.0.1"])')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('one click goes to the newest first and one back, and both are announced', async ({ page }) => {
  await page.goto('/');
  const order = page.getByRole('group', { name: 'Order of the requests' });
  await expect(order.getByRole('button', { name: 'Worth a look first' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await order.getByRole('button', { name: 'Newest first' }).click();
  await expect(page).toHaveURL(/sort=-requested/);
  await expect(page.getByText(/^Sorted by time of request, newest first/)).toBeAttached();
  await expect(page.getByRole('columnheader', { name: /Requested/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await order.getByRole('button', { name: 'Worth a look first' }).click();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page.getByText(/^Sorted by what is worth a look, strongest check first/)).toBeAttached();
});

test('what is worth a look is counted first, and the number is a filter', async ({ page }) => {
  await page.goto('/');
  const worth = page.getByRole('region', { name: 'Summary' }).getByRole('button').first();
  await expect(worth).toContainText(/^Worth a look/);
  await expect(worth).toContainText(/\d/);
  const count = /look([\d,]+)/.exec((await worth.textContent()) ?? '')?.[1] ?? '';
  await worth.click();
  await expect(page).toHaveURL(/strength=strong&strength=medium/);
  await expect(page.getByText(new RegExp(`of ${count}$`)).first()).toBeVisible();
});

test('a check is a filter, and the open request says why it marks it, from which records', async ({
  page,
}) => {
  await page.goto('/');
  await apply(page, 'check:policy-weakened-before');
  await expect(page).toHaveURL(/check=policy-weakened-before/);
  await expect(rows(page).first()).toContainText('Policy weakened before');
  for (const text of await settled(page)) expect(text).toContain('Policy weakened before');
  await rows(page).first().getByRole('link').click();
  const section = drawer(page).getByRole('region', { name: /^Worth a look · \d+ of \d+ checks$/ });
  const finding = section.getByRole('listitem').filter({ hasText: 'Policy weakened before' }).first();
  await expect(finding).toContainText(/\d/);
  await finding.getByText('What this check looks for').click();
  await expect(finding.getByRole('link', { name: /^T1484/ })).toHaveAttribute(
    'href',
    'https://attack.mitre.org/techniques/T1484/',
  );
  await finding.getByRole('list', { name: 'Records it used' }).getByRole('button').first().click();
  await expect(drawer(page).locator('details[open][id^=record-] summary')).toBeFocused();
  await expect(
    drawer(page).getByRole('region', { name: /^Changes of configuration around it/ }),
  ).toContainText('Loosened');
});

test('pages, sorts and columns are in the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Next page' }).first().click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/^101–200 of \d,\d{3}$/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^1–100 of \d,\d{3}$/)).toBeVisible();
});
