import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { expire, signInAs } from './doubles';

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

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1480, 390])
    for (const { name, reach } of states)
      test.describe(() => {
        test.use({ colorScheme, viewport: { width, height: 900 } });
        test(`${name} has no axe violation, ${colorScheme}, ${width} px`, async ({ page }) => {
          await page.goto('/');
          await reach(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
          ).toEqual([]);
          const overflow = () => document.documentElement.scrollWidth - innerWidth;
          expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
        });
      });
