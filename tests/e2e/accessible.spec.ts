import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible';

const states = [
  { name: 'requests', url: '/' },
  { name: 'an open request', url: '/?approver=ortega', open: true },
  { name: 'no match', url: '/?outcome=denied&tookMax=60' },
  { name: 'a bad link', url: '/?aprover=x' },
  { name: 'hunting query', url: '/hunting-query' },
  { name: 'coverage', url: '/coverage' },
  { name: 'an address that is none', url: '/nowhere' },
];

for (const { name, url, open } of states)
  test(`${name} has no axe violation in either theme, wide or narrow`, async ({ page }) => {
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    if (open) {
      await page.locator('a.open-request').first().click();
      await expect(page.getByRole('heading', { name: 'Who asked, and why' })).toBeVisible();
    }
    await expectAccessible(page);
  });
