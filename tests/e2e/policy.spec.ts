import { expect, test } from '@playwright/test';
import { violations } from './violations';

const somePackage = '/packages/7d9b5f3a-0a11-4c3e-8a55-b1f0a0000001';
const somebody = '/people/a1e0c0de-0001-4a00-9a00-000000000001';
const pages = ['/', '/packages', somePackage, '/people', somebody, '/hunting-query', '/coverage'];

for (const path of [...pages, '/?q=nothing+that+anybody+wrote', '/?outcome=nonsense', '/nowhere'])
  test(`${path} keeps to the content security policy`, async ({ page }) => {
    const found = violations(page);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(found).toEqual([]);
  });

for (const path of pages)
  test(`${path} keeps to it while it loads, and when it is refused an answer`, async ({ page }) => {
    const found = violations(page);
    let refuse = () => {};
    const refused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    await page.route('**/api/**', async (route) => {
      await refused;
      const error = { code: 'internal', message: 'The server could not answer.', requestId: 'none' };
      await route.fulfill({ status: 500, json: { error } });
    });
    await page.goto(path);
    refuse();
    await expect(page.getByText('The server could not answer.').first()).toBeVisible();
    expect(found).toEqual([]);
  });

test('charts, menus, dialogs and the open request keep to it too', async ({ page }) => {
  const found = violations(page);
  await page.goto('/');
  await page.locator('a.open-request').first().click();
  await expect(page.getByRole('heading', { name: 'Who asked, and why' })).toBeVisible();
  for (const name of [/^Add filter/, /^all time/, /^Columns/, /^Theme/]) {
    await page.getByRole('button', { name }).first().click();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('dialog', { name: 'Request' })).toBeVisible();
  expect(found).toEqual([]);
});

test('a script without the page’s nonce does not run', async ({ page }) => {
  const found = violations(page);
  await page.route('**/injected.js', (route) => route.fulfill({ body: 'document.title = "foreign"' }));
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const scripts = '<script>document.title = "inline"</script><script src="/injected.js"></script>';
    await route.fulfill({ response, body: (await response.text()).replace('</head>', `${scripts}</head>`) });
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(await page.title()).not.toMatch(/inline|foreign/);
  expect(found).toHaveLength(2);
});

test('each page has its own nonce, asks no other origin, and stands in no frame', async ({ request }) => {
  const policy = async () => (await request.get('/')).headers()['content-security-policy'] ?? '';
  const first = await policy();
  expect(first).toContain("connect-src 'self';");
  expect(first).toContain("frame-ancestors 'none'");
  expect(first).not.toContain('unsafe-eval');
  expect(await policy()).not.toBe(first);
});
