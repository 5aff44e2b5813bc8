import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';

const list = (page: Page, name: 'Packages' | 'People') => page.getByRole('table', { name, exact: true });
const rows = (page: Page, name: 'Packages' | 'People') => list(page, name).locator('tbody tr');
const find = (page: Page, one: 'package' | 'person') =>
  page.getByRole('searchbox', { name: `Find a ${one} by name` });
const requests = (page: Page) => page.getByRole('table', { name: 'Access package requests' });

/** The rows of a list once it is not being asked for anew. */
async function settled(page: Page, name: 'Packages' | 'People'): Promise<string[]> {
  await expect(list(page, name)).toHaveAttribute('aria-busy', 'false');
  return rows(page, name).allTextContents();
}

async function openPackage(page: Page, name: string, query = '') {
  await page.goto(`/packages?find=${encodeURIComponent(name)}${query}`);
  await list(page, 'Packages').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function openPerson(page: Page, name: string) {
  await page.goto(`/people?find=${encodeURIComponent(name)}`);
  await list(page, 'People').getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

for (const [title, path, figures] of [
  ['Packages', '/packages', 13],
  ['People', '/people', 13],
] as const)
  test(`${title}: every column sorts both ways, is in the address and is announced`, async ({ page }) => {
    await page.goto(path);
    await settled(page, title);
    const heads = list(page, title).getByRole('columnheader');
    await expect(heads).toHaveCount(figures);
    await expect(list(page, title).locator('th[aria-sort]')).toHaveCount(1);
    for (const head of await heads.all()) {
      const before = await head.getAttribute('aria-sort');
      await head.getByRole('button').click();
      await expect(head).toHaveAttribute('aria-sort', /ascending|descending/);
      const first = await head.getAttribute('aria-sort');
      expect(first).not.toBe(before);
      await settled(page, title);
      await head.getByRole('button').click();
      await expect(head).not.toHaveAttribute('aria-sort', first ?? '');
      await expect(page).toHaveURL(/order=/);
      await settled(page, title);
      await expect(list(page, title).locator('th[aria-sort]')).toHaveCount(1);
      await expect(page.getByText(/^Sorted by .+ first|^Sorted by name/)).toHaveCount(1);
    }
  });

test('a list is sorted by the server over all of it, not over the page', async ({ page }) => {
  await page.goto('/packages?pageSize=10&order=name');
  const first = await settled(page, 'Packages');
  expect(first).toHaveLength(10);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/^11–20 of \d+$/)).toBeVisible();
  const second = await settled(page, 'Packages');
  expect((first.at(-1) ?? '').localeCompare(second[0] ?? '')).toBeLessThan(0);
  await page.goBack();
  expect(await settled(page, 'Packages')).toEqual(first);
});

test('typing in the find box narrows the list without filling the history', async ({ page }) => {
  await page.goto('/coverage');
  await page.getByRole('link', { name: 'Packages' }).click();
  const all = await settled(page, 'Packages');
  await find(page, 'package').fill('tier 0');
  await expect(page).toHaveURL(/find=tier\+0/);
  await expect(rows(page, 'Packages')).toHaveCount(1);
  await find(page, 'package').fill('');
  await expect(rows(page, 'Packages')).toHaveCount(all.length);
  await find(page, 'package').fill('no such package');
  await expect(page.getByText(/0 packages with “no such package”/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all packages' }).click();
  await expect(rows(page, 'Packages')).toHaveCount(all.length);
  await expect(find(page, 'package')).toHaveValue('');
});

test('the figures are those of the requests that match', async ({ page }) => {
  await page.goto('/packages?outcome=denied');
  const row = rows(page, 'Packages').first();
  await settled(page, 'Packages');
  const count = await row.locator('td[data-column=requests]').textContent();
  expect(await row.locator('td[data-column=denied]').textContent()).toBe(count);
  await page.goto('/packages?outcome=denied&tookMax=60');
  await expect(page.getByText('0 requests match.')).toBeVisible();
});

test('a package’s page is pinned: filters come and go, the pin stays and is no parameter', async ({
  page,
}) => {
  await openPackage(page, 'Tier 0 - Entra Administrators', '&range=90d');
  await expect(page).toHaveURL(/\/packages\/[\da-f-]{36}\?range=90d$/);
  const everything = page.getByText(/^1–\d+ of \d+$/);
  const recent = (await everything.textContent()) ?? '';
  await page.getByRole('button', { name: /last 90 days/i }).click();
  await page.getByRole('button', { name: 'All time' }).click();
  await expect(everything).not.toHaveText(recent);
  const all = (await everything.textContent()) ?? '';
  const approved = page.getByRole('button', { name: /Approved by a person/ });
  await approved.click();
  await expect(page).toHaveURL(/outcome=approved/);
  await expect(page).not.toHaveURL(/package=/);
  await expect(everything).not.toHaveText(all);
  await expect(page.getByRole('list', { name: 'Filters' })).not.toContainText('package');
  for (const cell of await requests(page).locator('td[data-column=package]').allTextContents())
    expect(cell).toBe('Tier 0 - Entra Administrators');
  await page.goBack();
  await expect(everything).toHaveText(all);
  await page.goForward();
  await expect(page).toHaveURL(/outcome=approved/);
  await expect(everything).not.toHaveText(all);
});

test('the copied link of a package’s page opens the same page elsewhere', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPackage(page, 'Production Break Glass', '&range=90d');
  await expect(requests(page)).toHaveAttribute('aria-busy', 'false');
  const shown = await requests(page).locator('tbody tr').allTextContents();
  await page.locator('#copy-link').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/packages\/[\da-f-]{36}\?from=/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(requests(other)).toHaveAttribute('aria-busy', 'false');
  expect(await requests(other).locator('tbody tr').allTextContents()).toEqual(shown);
  await other.context().close();
});

test('a parameter that would undo the pin is named and has no effect', async ({ page }) => {
  await openPackage(page, 'Production Break Glass');
  await page.goto(`${page.url()}?package=payables`);
  await expect(page.getByText(/package=payables has no effect/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Production Break Glass' })).toBeVisible();
});

test('a package’s page tells its policies, its changes and its pairs, and where it is in the portal', async ({
  page,
}) => {
  await openPackage(page, 'Tier 0 - Entra Administrators');
  const id = /packages\/([\da-f-]{36})/.exec(page.url())?.[1];
  await expect(page.getByRole('link', { name: /Entra admin center/ })).toHaveAttribute(
    'href',
    `https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/${id}`,
  );
  await page.locator('summary', { hasText: 'Policies seen' }).click();
  const policies = page.getByRole('table', { name: 'Policies seen' });
  await expect(policies).toContainText('Privileged - three stages');
  await page.locator('summary', { hasText: 'Changes of configuration' }).click();
  await expect(page.getByText(/^by /).first()).toBeVisible();
  await page.locator('summary', { hasText: 'Who approved for whom' }).click();
  await expect(
    page.getByRole('table', { name: 'Who approved for whom' }).locator('tbody tr'),
  ).not.toHaveCount(0);
  await policies.getByRole('link', { name: 'Privileged - three stages' }).click();
  await expect(page).toHaveURL(/policy=/);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Privileged - three stages');
});

test('a person’s page opens on the role with most, and each role is a tab with its own requests', async ({
  page,
}) => {
  await openPerson(page, 'ortega');
  await expect(page).toHaveURL(/role=decided/);
  const tabs = page.getByRole('navigation', { name: 'Roles' });
  await expect(tabs.getByRole('link', { name: /Decisions made/ })).toHaveAttribute('aria-current', 'page');
  await expect(requests(page)).toHaveAttribute('aria-busy', 'false');
  for (const cell of await requests(page).locator('td[data-column=decision]').allTextContents())
    expect(cell).toMatch(/ortega|more stage/);
  const without = page.url().replace('role=decided', '').replace(/\?$/, '');
  await page.goto(without);
  await expect(page).toHaveURL(/role=decided/);
  await tabs.getByRole('link', { name: /Requests received/ }).click();
  await expect(page).toHaveURL(/role=received/);
  await page.goBack();
  await expect(page).toHaveURL(/role=decided/);
});

test('names on these pages lead to their pages, in the role and the time they were met in', async ({
  page,
}) => {
  await openPackage(page, 'Tier 0 - Entra Administrators', '&range=90d');
  await page.locator('summary', { hasText: 'Who approved for whom' }).click();
  const [approver] = await page.getByRole('table', { name: 'Who approved for whom' }).getByRole('link').all();
  const name = (await approver?.textContent()) ?? '';
  await approver?.click();
  await expect(page).toHaveURL(/\/people\/[\da-f-]{36}\?role=decided&range=90d|\?range=90d&role=decided/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('the open request leads to its package and people, and says what else its approver did', async ({
  page,
}) => {
  await page.goto('/?outcome=approved&approver=ortega&range=90d');
  await requests(page).locator('a.open-request').first().click();
  const drawer = page.getByRole('complementary', { name: 'Request' });
  await expect(drawer.getByText(/\d+ decisions? /).first()).toBeVisible();
  await drawer
    .getByRole('link', { name: /ortega/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/people\/[\da-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: /ortega/ })).toBeVisible();
});

test('an address that names no object is no page, and one that is not in the data says so', async ({
  page,
}) => {
  await page.goto('/packages/Finance');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await page.goto('/people/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await page.getByRole('link', { name: 'All people' }).click();
  await settled(page, 'People');
});

test('a package is found and opened by keyboard alone', async ({ page }) => {
  await page.goto('/packages');
  await settled(page, 'Packages');
  await find(page, 'package').focus();
  await page.keyboard.type('break glass');
  await expect(rows(page, 'Packages')).toHaveCount(1);
  const link = rows(page, 'Packages').getByRole('link');
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Production Break Glass' })).toBeVisible();
});

const states: readonly { name: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: 'packages', open: (page) => page.goto('/packages?pageSize=12') },
  { name: 'people', open: (page) => page.goto('/people?pageSize=12') },
  { name: 'a list with nothing found', open: (page) => page.goto('/people?find=nobody-at-all') },
  { name: 'a list without a match', open: (page) => page.goto('/packages?outcome=denied&tookMax=60') },
  {
    name: 'a package',
    open: async (page) => {
      await openPackage(page, 'Tier 0 - Entra Administrators');
      for (const summary of await page.locator('details.disclosure > summary').all()) await summary.click();
    },
  },
  {
    name: 'a person',
    open: async (page) => {
      await openPerson(page, 'ortega');
      for (const summary of await page.locator('details.disclosure > summary').all()) await summary.click();
    },
  },
];

for (const { name, open } of states)
  test(`${name} has no axe violation in either theme, wide or narrow`, async ({ page }) => {
    await open(page);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
