import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Answer, ReceiptAnswer, RequestsAnswer } from '@/lib/answers';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const receipt = (page: Page) => page.getByRole('region', { name: 'Receipt of the link' });
const span = (page: Page) =>
  page.getByRole('search').getByRole('button', { name: /^(requested|decided|all time)/i });

async function settled(page: Page): Promise<void> {
  await expect(page.locator('table[aria-busy=false]').first()).toBeVisible();
}

/** The number of rows that the table says it has. */
async function shown(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d,]+–[\d,]+ of [\d,]+$/)
    .first()
    .textContent();
  return Number(text?.split(' of ')[1]?.replaceAll(',', ''));
}

async function copied(page: Page): Promise<URL> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('#copy-link').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('http');
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

async function asked<T>(page: Page, address: string): Promise<T> {
  const answer: Answer<T> = await (await page.request.get(address)).json();
  return answer.data;
}

test.describe('a copied link', () => {
  test('has fixed ends and says on opening that its rows are still the same', async ({ page, browser }) => {
    await page.goto('/?range=last-quarter&outcome=approved');
    await settled(page);
    const total = await shown(page);
    const link = await copied(page);
    expect(link.searchParams.get('range')).toBeNull();
    for (const name of ['from', 'to', 'asof']) expect(link.searchParams.get(name)).toMatch(/^20\d\d-/);
    expect(link.searchParams.get('digest')).toMatch(new RegExp(`^${total}-[0-9a-f]{32}$`));

    const other = await browser.newPage();
    await other.goto(link.href);
    const same = `Same ${total.toLocaleString('en-US')} rows as when the link was copied`;
    await expect(receipt(other)).toContainText(same);
    await other.close();
  });

  test('carries the version of the numbers that the checks go by, and says when they are others', async ({
    page,
  }) => {
    await page.goto('/');
    await settled(page);
    const link = await copied(page);
    expect(link.searchParams.get('thresholds')).toMatch(/^[1-9]\d*$/);
    await page.goto(link.href);
    await expect(receipt(page)).toContainText(/^Same/);
    await expect(page.getByText(/^This link was made with version/)).toHaveCount(0);
    link.searchParams.set('thresholds', '999999');
    await page.goto(link.href);
    await expect(page.getByText(/^This link was made with version 999999/)).toBeVisible();
  });

  test('is quiet about rows once the filter is another one', async ({ page }) => {
    await page.goto('/?outcome=denied');
    await settled(page);
    await page.goto((await copied(page)).href);
    await expect(receipt(page)).toContainText(/^Same/);
    await page.getByRole('columnheader', { name: 'Package' }).getByRole('button').click();
    await expect(page).toHaveURL(/sort=package.*digest=/);
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect(page).not.toHaveURL(/asof|digest|thresholds/);
    await expect(receipt(page)).toHaveCount(0);
  });

  test('says how many rows came after it was copied', async ({ page }) => {
    await page.goto('/');
    const { rows } = await asked<RequestsAnswer>(
      page,
      '/api/requests?pageSize=500&sort=requested&outcome=denied',
    );
    const pair = rows.flatMap((row, place) => {
      const next = rows.slice(place + 1).find(({ requestorId }) => requestorId === row.requestorId);
      return row.requestorId !== null && next && daysBetween(row.lastRecordAt, next.firstRecordAt) > 2
        ? [{ requestor: row.requestorId, from: row.firstRecordAt, to: next.firstRecordAt }]
        : [];
    })[0];
    if (!pair) throw new Error('nobody was denied twice');
    const filter = `outcome=denied&requestor=${pair.requestor}&from=${pair.from}`;
    const before = await asked<ReceiptAnswer>(page, `/api/receipt?${filter}&to=${pair.to}`);
    const now = await asked<ReceiptAnswer>(page, `/api/receipt?${filter}`);
    const came = now.now.rows - before.now.rows;
    expect(came).toBeGreaterThan(0);
    const { rows: were, digest, asof } = before.now;
    await page.goto(`/?${filter}&asof=${asof}&digest=${were}-${digest}`);
    await expect(receipt(page)).toContainText(
      new RegExp(
        `^${came} rows? came after the link was copied .* The ${were} rows? it showed (is|are) unchanged`,
      ),
    );
    await receipt(page).getByRole('button', { name: 'Show only the new' }).click();
    await expect(page).toHaveURL(/arrivedAfter=/);
    await expect(page).not.toHaveURL(/digest/);
    await expect.poll(() => shown(page)).toBe(came);
    await page.goBack();
    await receipt(page).getByRole('button', { name: 'Keep as shared' }).focus();
    await page.keyboard.press('Enter');
    await expect(receipt(page)).toContainText(/^Same /);
    await expect(page.getByRole('combobox', { name: /^Filter/ })).toBeFocused();
    await expect.poll(() => shown(page)).toBe(were);
    await expect(receipt(page).getByRole('button')).toHaveText(['Dismiss']);
    await page.goto(`/?${filter}&asof=${asof}&digest=${were}-${'0'.repeat(32)}`);
    await expect(receipt(page)).toContainText(`Not the same ${were} row`);
    await receipt(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(page).not.toHaveURL(/asof|digest/);
  });

  test('can also be the rolling one', async ({ page }) => {
    await page.goto('/?range=30d');
    await settled(page);
    await page.getByRole('button', { name: 'More ways to copy a link' }).click();
    await page.getByRole('menuitem', { name: /Copy rolling link/ }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\?range=30d&thresholds=\d+$/);
  });
});

test.describe('an export', () => {
  test('as CSV holds exactly the filter’s rows, checked, with its manifest', async ({ page }) => {
    await page.goto('/?range=last-quarter&outcome=approved');
    await settled(page);
    const total = await shown(page);
    const words = `${total.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`;
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog).toContainText(`${words}, exactly this filter`);
    const arriving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).click();
    const file = await arriving;
    await expect(dialog).toContainText(`${words}, checked`);
    expect(file.suggestedFilename()).toMatch(/^access-package-requests_[\dT-]+Z_UTC\.csv$/);
    const bytes = readFileSync(await file.path());
    expect(parse(bytes, { bom: true })).toHaveLength(total + 1);

    const beside = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save manifest' }).click();
    const saved = await beside;
    expect(saved.suggestedFilename()).toBe(`${file.suggestedFilename()}.manifest.json`);
    expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toMatchObject({
      rows: total,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      filter: expect.stringContaining('outcome is approved'),
    });
  });

  test('as NDJSON holds the full records, by keyboard alone', async ({ page }) => {
    await page.goto('/?outcome=denied');
    await settled(page);
    const total = await shown(page);
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: /This view/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: /NDJSON/ })).toBeChecked();
    const arriving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const lines = readFileSync(await (await arriving).path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(total);
    expect(lines.every((line) => JSON.parse(line).outcome === 'denied')).toBe(true);
  });

  test('that does not arrive is said to have failed, and keeps no file', async ({ page }) => {
    await page.goto('/?outcome=denied');
    await settled(page);
    await page.route('**/api/export?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The export failed; no file was kept.');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog).toContainText('exactly this filter');
  });

  test('is not offered where no requests are shown', async ({ page }) => {
    await page.goto('/coverage');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0);
  });
});

test.describe('a span of time', () => {
  test('is chosen by name, and its neighbours by one step each', async ({ page }) => {
    await page.goto('/');
    await settled(page);
    await span(page).click();
    await page.getByRole('button', { name: /^Last full quarter \(Q[1-4] 20\d\d\)$/ }).click();
    await expect(page).toHaveURL(/range=last-quarter/);
    await expect(span(page)).toContainText(/in the last full quarter, Q[1-4] 20\d\d UTC$/);
    await page.getByRole('button', { name: 'Previous window of time' }).click();
    await expect(page).toHaveURL(/from=20\d\d-\d\d-01&to=20\d\d-\d\d-01/);
    const before = new URL(page.url()).searchParams.get('to');
    await page.getByRole('button', { name: 'Next window of time' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(before);
  });

  test('is picked from the calendar by keyboard, its end exclusive, its zone written', async ({ page }) => {
    await page.goto('/?from=2026-10-05&to=2026-10-06');
    await settled(page);
    await span(page).click();
    const calendar = page.getByRole('application', { name: /Whole days/ });
    await expect(calendar).toContainText('October 2026');
    await calendar.getByRole('button', { name: /Monday, 5 October 2026/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Before')).toHaveValue(/^2026-10-08T00:00/);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect(page).toHaveURL(/from=2026-10-05&to=2026-10-08/);
    await expect(span(page)).toContainText('from 5 Oct 2026 00:00 to 8 Oct 2026 00:00 UTC');
  });
});

function daysBetween(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}
