import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible';

/** A dozen rows have every kind of part that a hundred have, and are looked through in a tenth of the time. */
const states = [
  { name: 'requests', url: '/?pageSize=12' },
  { name: 'an open request', url: '/?approver=ortega&pageSize=12', open: true },
  { name: 'no match', url: '/?outcome=denied&tookMax=60' },
  { name: 'a bad link', url: '/?aprover=x&pageSize=12' },
  { name: 'hunting query', url: '/hunting-query?pageSize=12' },
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
