import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';

const scatter = (page: Page) => page.getByRole('slider', { name: /^Time to approve, by decision time/ });
const bars = (page: Page) => page.getByRole('slider', { name: /^How long decisions take/ });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters' });
const facet = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Facets' })
    .getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`, 'i') });

/** The number of requests that match, as the table says it; poll it, since a new answer takes its time. */
async function total(page: Page): Promise<number> {
  const text = await page.getByRole('navigation', { name: 'Pages of requests' }).textContent();
  return number(/of ([\d,]+)/.exec(text ?? '')?.[1]);
}

function number(text: string | null | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}

/** Drags over a plot area, from and to given as parts of its width and of its height from the top. */
async function drag(page: Page, plot: Locator, from: [number, number], to: [number, number]) {
  const box = await plot.boundingBox();
  if (!box) throw new Error('the chart is not drawn');
  const place = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...place(from));
  await page.mouse.down();
  await page.mouse.move(...place([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...place(to));
  await page.mouse.up();
}

test('a rectangle over the scatter becomes both ranges, in chips and URL, and is drawn for whoever opens the link', async ({
  page,
}) => {
  await page.goto('/');
  await drag(page, scatter(page), [0.4, 0.2], [0.7, 0.6]);
  await expect(page).toHaveURL(/decidedFrom=.+decidedTo=.+tookMin=\d+&tookMax=\d+/);
  await expect(chips(page)).toContainText('decided from');
  await expect(chips(page)).toContainText('took from');
  const brush = page.locator('[data-plot=brush]').first();
  const drawn = await brush.boundingBox();
  await page.reload();
  await expect(brush).toBeVisible();
  expect(await brush.boundingBox()).toEqual(drawn);
  await scatter(page).focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/decided|took/);
});

test('what keys mark on the scatter is announced with its count, and Enter gives that many rows', async ({
  page,
}) => {
  await page.goto('/');
  await scatter(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  const said = (await scatter(page).getAttribute('aria-valuetext')) ?? '';
  expect(said).toMatch(/: [\d,]+ requests/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/decidedFrom=.+tookMax=/);
  await expect.poll(() => total(page)).toBe(number(/: ([\d,]+) requests/.exec(said)?.[1]));
});

test('bars are walked, extended, applied and cleared by keyboard', async ({ page }) => {
  await page.goto('/');
  await bars(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bars(page)).toHaveAttribute(
    'aria-valuetext',
    /^30 m to under 3 h: [\d,]+ requests(, [\d,]+ worth a look)?$/,
  );
  const said = await bars(page).getAttribute('aria-valuetext');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tookMin=1800&tookMax=10800/);
  await expect(chips(page)).toContainText('took from 30 m to under 3 h');
  await expect.poll(() => total(page)).toBe(number(/: ([\d,]+)/.exec(said ?? '')?.[1]));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/took/);
});

test('a click on a bar sets its range, a second one takes it back, and the chart does not filter itself', async ({
  page,
}) => {
  await page.goto('/');
  const plot = bars(page);
  await plot.click({ position: { x: ((await plot.boundingBox())?.width ?? 0) * (10.5 / 16), y: 20 } });
  await expect(page).toHaveURL(/tookMin=10800&tookMax=28800/);
  await total(page);
  await plot.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let step = 0; step < 11; step++) await page.keyboard.press('ArrowRight');
  await expect(plot).toHaveAttribute('aria-valuetext', /^8 h to under 1 d: [1-9]/);
  await plot.click({ position: { x: ((await plot.boundingBox())?.width ?? 0) * (10.5 / 16), y: 20 } });
  await expect(page).not.toHaveURL(/took/);
});

test('the table of a chart holds the numbers that its bars announce', async ({ page }) => {
  await page.goto('/');
  const said: string[] = [];
  await bars(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let bar = 0; bar < 16; bar++) {
    said.push((await bars(page).getAttribute('aria-valuetext')) ?? '');
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('button', { name: 'View as table: How long decisions take' }).click();
  const table = page.getByRole('table', { name: 'How long decisions take' });
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent)),
    );
  expect(
    rows.map(
      ([range, requests, , look]) =>
        `${range}: ${requests} request${requests === '1' ? '' : 's'}${look === '0' ? '' : `, ${look} worth a look`}`,
    ),
  ).toEqual(said);
});

test('a click on a mark opens its request', async ({ page }) => {
  await page.goto('/');
  const path = page.locator('.recharts-wrapper .mark-look');
  await expect(path).toHaveAttribute('d', /^M/);
  const at = await path.evaluate((mark: SVGPathElement) => {
    const [, x = 0, y = 0] = /^M([\d.]+) ([\d.]+)/.exec(mark.getAttribute('d') ?? '')?.map(Number) ?? [];
    const box = mark.ownerSVGElement?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y + 4 };
  });
  await page.mouse.click(at.x, at.y);
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('complementary', { name: 'Request' })).toContainText('Who asked, and why');
});

test('weeks are chosen by a drag and drawn from the URL', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'By week' }).click();
  const weeks = page.getByRole('slider', { name: /^Time to approve, by week/ });
  await drag(page, weeks, [0.3, 0.5], [0.5, 0.5]);
  await expect(page).toHaveURL(/decidedFrom=\d{4}-\d\d-\d\d&decidedTo=\d{4}-\d\d-\d\d$/);
  await expect(page.locator('[data-plot=brush]')).toBeVisible();
});

test('the count of a facet’s value is the number of rows that choosing it gives', async ({ page }) => {
  await page.goto('/?outcome=approved');
  await facet(page, 'Approver').click();
  const first = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Leave out/ }) })
    .first();
  const count = number(await first.locator('.num').textContent());
  await first.click();
  await expect(page).toHaveURL(/approver=[\da-f-]{36}/);
  await page.keyboard.press('Escape');
  await expect.poll(() => total(page)).toBe(count);
});

test('a facet is searched, chosen from and left out of by keyboard alone, in two actions or one more', async ({
  page,
}) => {
  await page.goto('/');
  await facet(page, 'Approver').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ortega');
  await expect(page.getByText('1 value found')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?approver=[\da-f-]{36}/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?-approver=[\da-f-]{36}/);
  await page.keyboard.press('Escape');
  await expect(facet(page, 'Approver')).toBeFocused();
});

test('a facet ignores its own clause, and a value that would give nothing shows 0', async ({ page }) => {
  await page.goto('/?outcome=denied');
  await facet(page, 'Outcome').click();
  const rows = page.getByRole('grid', { name: 'Values of outcome' }).getByRole('row');
  await expect(rows.filter({ hasText: 'pending' }).locator('.num')).toHaveText(/[1-9]/);
  await page.goto('/?tookMax=60');
  await facet(page, 'Outcome').click();
  await expect(rows.filter({ hasText: 'denied' }).locator('.num')).toHaveText('0');
});

test('comparisons sort, filter by a row and lead to its page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Packages', exact: true }).click();
  const table = page.getByRole('table', { name: 'Packages compared' });
  await table.getByRole('button', { name: 'Median' }).click();
  await expect(table.getByRole('columnheader', { name: 'Median' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await table
    .getByRole('button', { name: /^Only / })
    .first()
    .click();
  await expect(page).toHaveURL(/package=[\da-f-]{36}/);
  await expect(table.getByRole('link').first()).toHaveAttribute('href', /^\/packages\/[\da-f-]{36}/);
});

test('folded charts stay folded for this reader', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Charts' }).click();
  await expect(scatter(page)).toHaveCount(0);
  await page.reload();
  await total(page);
  await expect(scatter(page)).toHaveCount(0);
});

const states: { name: string; reach: (page: Page) => Promise<void> }[] = [
  {
    name: 'charts under the keys',
    reach: async (page) => {
      await scatter(page).focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'charts as tables',
    reach: async (page) => {
      await page.getByRole('button', { name: /^View as table: Time to approve/ }).click();
      await page.getByRole('button', { name: /^View as table: How long/ }).click();
      await expect(page.getByRole('table', { name: 'How long decisions take' })).toBeVisible();
    },
  },
  ...['By week', 'Packages', 'Approvers'].map((panel) => ({
    name: `the panel ${panel}`,
    reach: async (page: Page) => {
      await page.getByRole('button', { name: panel, exact: true }).click();
      await expect(page.getByRole('heading', { level: 2, name: /by week|compared/ })).toBeVisible();
    },
  })),
  ...['Approver', 'Outcome'].map((name) => ({
    name: `the facet ${name}`,
    reach: async (page: Page) => {
      await facet(page, name).click();
      await expect(page.getByRole('dialog').getByRole('row').first()).toBeVisible();
    },
  })),
];

for (const { name, reach } of states)
  test(`${name}: no axe violation in either theme`, async ({ page }) => {
    await page.goto('/?tookMax=3600&pageSize=12');
    await expect(scatter(page)).toBeVisible();
    await reach(page);
    await expectAccessible(page, [1480]);
  });
