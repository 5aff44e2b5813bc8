import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expire, signInAs } from './doubles';
import { violations } from './violations';

/** What a reader sees who is not, or no longer, let in, and how to get there. */
const states: { name: string; reach(page: Page): Promise<void> }[] = [
  {
    name: 'signed out',
    async reach(page) {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    },
  },
  {
    name: 'no access',
    async reach(page) {
      await signInAs(page, 'stranger');
      await expect(page.getByRole('heading', { name: 'You have no access' })).toBeVisible();
    },
  },
  {
    name: 'session ended',
    async reach(page) {
      await signInAs(page, 'analyst');
      await expect(page.getByRole('button', { name: /^Account/ })).toBeVisible();
      await expire(page.request, 'analyst');
      await page.reload();
      await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
    },
  },
];

for (const { name, reach } of states)
  test(`${name} has no axe violation in either theme, wide or narrow, and keeps to the content security policy`, async ({
    page,
  }) => {
    const found = violations(page);
    await page.goto('/?pageSize=12');
    await reach(page);
    await expectAccessible(page);
    expect(found).toEqual([]);
  });
