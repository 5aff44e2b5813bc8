import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const states = [
  { name: 'requests', url: '/' },
  { name: 'an open request', url: '/?approver=ortega', open: true },
  { name: 'no match', url: '/?outcome=denied&tookMax=60' },
  { name: 'a bad link', url: '/?aprover=x' },
  { name: 'hunting query', url: '/hunting-query' },
  { name: 'coverage', url: '/coverage' },
  { name: 'an address that is none', url: '/nowhere' },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1480, 390])
    for (const { name, url, open } of states)
      test(`${name} has no axe violation, ${colorScheme}, ${width} px`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 900 },
          ...(baseURL && { baseURL }),
        });
        const page = await context.newPage();
        await page.goto(url);
        await page.waitForLoadState('networkidle');
        if (open) {
          await page.locator('a.open-request').first().click();
          await expect(page.getByRole('heading', { name: 'Who asked, and why' })).toBeVisible();
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        ).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        await context.close();
      });
