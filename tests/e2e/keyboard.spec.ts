import { expect, type Route, test } from '@playwright/test';

test('the lead is found, opened, walked and closed by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(/^1–100 of \d,\d{3}$/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('approver:ortega');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/approver=ortega/);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^1–100 of \d{3}$/)).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  const first = page.url();
  await page.keyboard.press('j');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => page.url()).toBe(first);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
});

test('a focus that goes with its button has another place, and a time under the focus is told in full', async ({
  page,
}) => {
  await page.goto('/?outcome=denied&range=30d');
  await expect(page.locator('table[aria-busy=false]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter outcome is denied' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/outcome=/);
  await expect(page.getByRole('combobox', { name: /^Filter/ })).toBeFocused();
  await expect(page.getByText(/^1–100 of \d{3,}$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  await expect(page.getByRole('tooltip')).toContainText(/UTC.*ago$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('a focus whose row goes has the row in its place, and the filter box where none is left', async ({
  page,
}) => {
  const rows = page.locator('a.open-request');
  const box = page.getByRole('combobox', { name: /^Filter/ });
  await page.goto('/?sort=-requested');
  await expect(page.getByText(/^1–100 of \d,\d{3}$/)).toBeVisible();
  const focusedBeforeTheAnswer = async (ask: () => Promise<void>) => {
    const asked: Route[] = [];
    let isHeld = true;
    await page.route('**/api/requests?*', async (route) => {
      if (isHeld) asked.push(route);
      else await route.continue();
    });
    await ask();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(rows.nth(1)).toBeFocused();
    const before = await rows.nth(1).getAttribute('href');
    isHeld = false;
    await Promise.all(asked.map((route) => route.continue()));
    await page.unroute('**/api/requests?*');
    return before;
  };
  const before = await focusedBeforeTheAnswer(() => page.getByRole('button', { name: 'Requested' }).click());
  await expect(rows.nth(1)).not.toHaveAttribute('href', before ?? '');
  await expect(rows.nth(1)).toBeFocused();
  await focusedBeforeTheAnswer(async () => {
    await box.fill('nothing that anybody wrote');
    await box.press('Enter');
  });
  await expect(page.getByRole('region', { name: 'No match' })).toBeVisible();
  await expect(box).toBeFocused();
});

test('closing a request that the page has no row of gives the focus to the first row', async ({ page }) => {
  const rows = page.locator('a.open-request');
  await page.goto('/?sort=-requested');
  const newest = new URL((await rows.first().getAttribute('href')) ?? '', page.url()).searchParams.get(
    'open',
  );
  await page.goto(`/?sort=requested&open=${newest}`);
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await expect(page.locator('a.open-request[aria-current]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page).not.toHaveURL(/open=/);
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toBeInViewport();
});
