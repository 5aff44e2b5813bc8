import { expect, test } from '@playwright/test';

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
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  await expect(page.getByRole('tooltip')).toContainText(/UTC.*ago$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});
