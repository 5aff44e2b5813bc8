import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const requests = (page: Page) => page.getByRole('table', { name: 'Access package requests' });
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Request' });
const scatter = (page: Page) => page.getByRole('slider', { name: /^Time to approve, by decision time/ });
const timeRange = (page: Page) =>
  page.getByRole('search').getByRole('button', { name: /^(requested|decided|all time)/i });

/** Counts what a reader does; reading is no action. */
function counting() {
  let count = 0;
  return {
    act: async (action: Promise<unknown>) => {
      count += 1;
      await action;
    },
    count: () => count,
  };
}

async function settled(page: Page): Promise<void> {
  await expect(requests(page)).toHaveAttribute('aria-busy', 'false');
}

/** The lead that an analyst is sent: everything that one approver decided. */
async function lead(page: Page): Promise<string> {
  const answer: { data: { values: { value: string }[] } } = await (
    await page.request.get('/api/facets/approver?find=ortega')
  ).json();
  const id = answer.data.values[0]?.value;
  if (id === undefined) throw new Error('the bundled data have no such approver');
  return `/?approver=${id}`;
}

async function copied(page: Page): Promise<URL> {
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('digest=');
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

function expectFrozen(link: URL) {
  for (const name of ['from', 'to', 'decidedFrom', 'tookMax', 'open', 'asof', 'digest'])
    expect(link.searchParams.get(name), name).toBeTruthy();
  expect(link.searchParams.get('range')).toBeNull();
}

/** Both reasons of the first row can be read as they stand, and the drawer says what else this approver did. */
async function expectReasonsAndApprover(page: Page) {
  await expect(requests(page).locator('tbody td[data-column=reason]').first()).toContainText(/\w/);
  await expect(requests(page).locator('tbody td[data-column=decision]').first()).toContainText(/\w/);
  await expect(drawer(page)).toContainText(/\d+ decisions in these 30 days/);
}

test('an analyst goes from a lead to a frozen link with the drawer open in at most six actions', async ({
  page,
}) => {
  const { act, count } = counting();
  await page.goto(await lead(page));
  await settled(page);
  await act(timeRange(page).click());
  await act(page.getByRole('button', { name: 'Last 7 days' }).click());
  await expect(page).toHaveURL(/range=7d/);
  await settled(page);
  await act(dragOverFastOnes(page));
  await expect(page).toHaveURL(/decidedFrom=.+tookMax=/);
  await settled(page);
  await act(requests(page).locator('tbody tr').first().getByRole('link').click());
  await expectReasonsAndApprover(page);
  await act(page.locator('#copy-link').click());
  expectFrozen(await copied(page));
  expect(count()).toBeLessThanOrEqual(6);
});

/** The lower half of the plot, above the lane of what no human decided. */
async function dragOverFastOnes(page: Page): Promise<void> {
  const box = await scatter(page).boundingBox();
  if (!box) throw new Error('the scatter is not drawn');
  await page.mouse.move(box.x + 4, box.y + box.height * 0.55);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.move(box.x + box.width - 4, box.y + box.height * 0.85, { steps: 4 });
  await page.mouse.up();
}

test('the analyst’s journey works by keyboard alone', async ({ page }) => {
  await page.goto(await lead(page));
  await settled(page);
  await openPalette(page);
  await page.keyboard.type('Last 7 days');
  await expect(page.getByRole('menuitem', { name: 'Last 7 days' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/range=7d/);
  await settled(page);
  await tabTo(page, scatter(page));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/decidedFrom=.+tookMax=/);
  await settled(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expectReasonsAndApprover(page);
  await page.keyboard.press('c');
  expectFrozen(await copied(page));
});

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox', { name: /^Find a page/ })).toBeFocused();
}

/** Presses Tab until the focus is where it should be. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the tab key does not lead there');
}

test('an owner goes from the packages to a checked export of the last full quarter in at most six actions', async ({
  page,
}) => {
  const { act, count } = counting();
  await page.goto('/packages');
  await expect(page.getByRole('table', { name: 'Packages' })).toHaveAttribute('aria-busy', 'false');
  await act(page.getByRole('searchbox', { name: 'Find a package by name' }).fill('payables'));
  await act(page.getByRole('link', { name: 'Finance ERP - Payables' }).click());
  await expect(page.getByRole('heading', { level: 1, name: 'Finance ERP - Payables' })).toBeVisible();
  await act(timeRange(page).click());
  await act(page.getByRole('button', { name: /^Last full quarter/ }).click());
  await expect(page).toHaveURL(/\/packages\/[\da-f-]{36}\?range=last-quarter/);
  await settled(page);
  const reasons = requests(page).locator('tbody td[data-column=reason]');
  for (const text of await reasons.allTextContents()) expect(text).not.toBe('');
  await act(page.getByRole('banner').getByRole('button', { name: 'Export' }).click());
  const download = page.waitForEvent('download');
  await act(page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click());
  await expectChecked(page, await (await download).path());
  expect(count()).toBeLessThanOrEqual(6);
});

/** The page says what it checked, and the file on disk has that digest. */
async function expectChecked(page: Page, file: string): Promise<void> {
  const said = page
    .getByRole('dialog')
    .getByText(/[0-9a-f]{64}/)
    .first();
  await expect(said).toBeVisible();
  const digest = /[0-9a-f]{64}/.exec((await said.textContent()) ?? '')?.[0];
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(digest);
}

test('the owner’s journey works by keyboard alone', async ({ page }) => {
  await page.goto('/packages');
  await expect(page.getByRole('table', { name: 'Packages' })).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('/');
  await page.keyboard.type('payables');
  await expect(page).toHaveURL(/find=payables/);
  await expect(page.getByRole('table', { name: 'Packages' })).toHaveAttribute('aria-busy', 'false');
  await tabTo(page, page.getByRole('link', { name: 'Finance ERP - Payables' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Finance ERP - Payables' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('Last full quarter');
  await expect(page.getByRole('menuitem', { name: /^Last full quarter/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/range=last-quarter/);
  await settled(page);
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Enter');
  const download = page.waitForEvent('download');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  await expectChecked(page, await (await download).path());
});
