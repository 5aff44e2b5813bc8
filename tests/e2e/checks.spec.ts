import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const rows = (page: Page) => page.getByRole('table', { name: 'Access package requests' }).locator('tbody tr');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Request' });
const rules = (page: Page) => page.getByRole('region', { name: 'Exclusion rules' });

async function settled(page: Page): Promise<void> {
  await expect(page.locator('table[aria-busy=false]').first()).toBeVisible();
}

/** The number of requests that the table says it has. */
async function shown(page: Page): Promise<number> {
  await settled(page);
  const text = await page.getByText(/^[\d,]+–[\d,]+ of [\d,]+$/).textContent();
  return numberIn(text?.split(' of ')[1]);
}

function numberIn(text: string | null | undefined): number {
  const digits = /[\d,]+/.exec(text ?? '')?.[0];
  if (digits === undefined) throw new Error(`no number in “${text}”`);
  return Number(digits.replaceAll(',', ''));
}

/** What a popover holds; the library's own hidden buttons around it lie in no landmark. */
async function expectPanelAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
      colorScheme,
    ).toEqual([]);
  }
}

test('the published attack is what the page opens with, and its policy change is told with old and new', async ({
  page,
}) => {
  await page.goto('/');
  await settled(page);
  const first = rows(page).first();
  await expect(first.locator('td[data-column=checks]')).toContainText('Policy weakened before, strong');
  await expect(first.locator('td[data-column=outcome]')).toContainText('auto-approved');
  await first.getByRole('link').click();
  const finding = drawer(page)
    .getByRole('region', { name: /^Worth a look · \d+ of \d+ checks$/ })
    .getByRole('listitem')
    .filter({ hasText: 'Policy weakened before' })
    .first();
  await expect(finding).toContainText(/switched approval off .+ before it was asked for, and on again/);
  const changes = drawer(page)
    .getByRole('region', { name: /^Changes of configuration around it/ })
    .getByRole('listitem');
  await expect(changes.filter({ hasText: 'Loosened' }).first()).toContainText(
    /IsApprovalRequiredForAdd\s*True → became\s+False/,
  );
  await expect(changes.filter({ hasText: 'Tightened' }).first()).toContainText(
    /IsApprovalRequiredForAdd\s*False → became\s+True/,
  );
  await drawer(page).getByRole('button', { name: 'Show the query for its records' }).click();
  await expect(drawer(page).getByRole('region', { name: 'Exactly these records, as KQL' })).toBeVisible();
  await expect(drawer(page).locator(':focus')).toBeAttached();
  await expectAccessible(page);
});

test('what the rules hide and what is shown add up to what there is without them, one click away', async ({
  page,
}) => {
  await page.goto('/');
  const visible = await shown(page);
  const line = rules(page).getByRole('button').first();
  await expect(line).toContainText(/^[\d,]+ hidden by \d+ rules/);
  const hidden = numberIn(await line.textContent());
  await line.click();
  const panel = page.getByRole('dialog', { name: 'Exclusion rules' });
  const each = await panel.getByText(/^hides [\d,]+$/).allTextContents();
  expect(each.reduce((sum, text) => sum + numberIn(text), 0)).toBe(hidden);
  await expect(panel.getByRole('region', { name: 'Rules that do not apply' })).toContainText('It expired');
  await expectPanelAccessible(page);
  await page.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await rules(page).getByRole('button', { name: 'Show them' }).click();
  await expect(page).toHaveURL(/\?rules=off$/);
  await expect(line).toContainText(/^Exclusion rules are off/);
  expect(await shown(page)).toBe(visible + hidden);
  await rules(page).getByRole('button', { name: 'Apply them' }).click();
  await expect(page).not.toHaveURL(/rules=/);
  await expect(line).toContainText(/hidden by/);
  expect(await shown(page)).toBe(visible);
});

test('the line of the exclusion rules, the charts and new numbers move nothing below them', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        document.documentElement.dataset.shift = String(
          Number(document.documentElement.dataset.shift ?? 0) + ('value' in entry ? Number(entry.value) : 0),
        );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await expect(rules(page)).toBeVisible();
  await expect(page.getByRole('slider').nth(1)).toBeVisible({ timeout: 20_000 });
  await settled(page);
  // What remains is the font of our own, which comes after the first words.
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBeLessThan(0.01);
  const top = async () =>
    (await page.getByRole('table', { name: 'Access package requests' }).boundingBox())?.y;
  const before = await top();
  await page.getByRole('button', { name: /^No human decision/ }).click();
  await expect(page).toHaveURL(/outcome=/);
  await settled(page);
  expect(await top()).toBe(before);
});

test('a check and what is worth a look are chosen by name in the palette, from every page', async ({
  page,
}) => {
  const palette = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('searchbox', { name: /^Find a page/ })).toBeFocused();
    await page.keyboard.type(typed);
  };
  await page.goto('/');
  await settled(page);
  await palette('reused');
  await page.getByRole('menuitem', { name: 'Reused reason' }).click();
  await expect(page).toHaveURL(/\?check=reused-reason$/);
  await palette('reused');
  await page.getByRole('menuitem', { name: 'Reused reason' }).click();
  await expect(page).not.toHaveURL(/check=/);
  await palette('exclusion');
  await page.getByRole('menuitem', { name: 'Switch the exclusion rules off' }).click();
  await expect(page).toHaveURL(/\?rules=off$/);
  await page.goto('/coverage');
  await expect(page.getByRole('heading', { name: 'What the data span' })).toBeVisible();
  await palette('exclusion');
  await expect(page.getByRole('menuitem', { name: /exclusion/ })).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('worth');
  await page.getByRole('menuitem', { name: 'Only what is worth a look' }).click();
  await expect(page).toHaveURL(/\/\?strength=strong&strength=medium$/);
});

test('the query for what is shown is copied as it stands', async ({ page }) => {
  await page.goto('/?check=policy-weakened-before');
  await settled(page);
  await page.locator('#kql').click();
  const panel = page.getByRole('dialog', { name: 'Query for Sentinel' });
  const query = panel.getByRole('region', { name: 'Exactly these records, as KQL' });
  await expect(query).toContainText('AuditLogs');
  const text = await query.locator('pre').textContent();
  await panel
    .getByRole('button', { name: /^Copy KQL/ })
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expect(panel.getByRole('region', { name: 'The published hunting query, as KQL' })).toBeVisible();
  await expectPanelAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('#kql')).toBeFocused();
});

test('the export panel has no axe violation in either theme', async ({ page }) => {
  await page.goto('/?strength=strong');
  await settled(page);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('exactly this filter');
  await expectPanelAccessible(page);
});

test('closing the sheet of a narrow screen gives the focus back to its row', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?strength=strong&pageSize=12');
  await settled(page);
  const link = rows(page).nth(1).getByRole('link');
  await link.click();
  await expect(page.getByRole('dialog', { name: 'Request' })).toContainText('Raw records');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('on paper the rules are told in full, and controls are left out', async ({ page }) => {
  await page.goto('/?strength=strong');
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(rules(page)).toContainText(/hidden by \d+ rules?\. 1 rule does not apply\./);
  await expect(page.getByText('Data governance administrator')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Facets' })).toBeHidden();
});

test('a day and a range of durations are left out from their cells, each as a chip that the link carries', async ({
  page,
}) => {
  await page.goto('/?outcome=approved&sort=-took&columns=requested%2Ctook%2Cdecided');
  const all = await shown(page);
  const remove = (chip: string) => page.getByRole('button', { name: `Remove the filter ${chip}` });
  const chips = { took: 'took not', requested: 'requested not on', decided: 'decided not on' };
  for (const [column, chip] of Object.entries(chips)) {
    const before = await shown(page);
    const cell = rows(page).first().locator(`td[data-column=${column}]`);
    // A row that is drawn anew under the resting pointer shows its buttons once the pointer moves again.
    await expect(async () => {
      await cell.hover();
      await cell.getByRole('button', { name: /^Not / }).click({ timeout: 2000 });
    }).toPass();
    await expect(remove(chip)).toBeVisible();
    await expect.poll(() => shown(page)).toBeLessThan(before);
  }
  const left = await shown(page);
  await page.goto(page.url());
  await expect.poll(() => shown(page)).toBe(left);
  for (const chip of Object.values(chips)) await remove(chip).click();
  await expect.poll(() => shown(page)).toBe(all);
});
