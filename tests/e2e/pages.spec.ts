import { expect, test } from '@playwright/test';

test('the hunting query shows its identity, its nine columns and what it misses', async ({ page }) => {
  await page.goto('/hunting-query');
  await expect(page.getByText('aff7eb5f-3359-48ab-b73b-6c466d3806dc')).toBeVisible();
  await expect(page.getByText('T1556')).toBeVisible();
  for (const column of [
    'TimeRequested',
    'AccessPackageName',
    'RequestedBy',
    'RequestorJustification',
    'ApprovedTime',
    'ApprovedBy',
    'ApproverJustification',
    'CorrelationId',
    'RequestID',
  ])
    await expect(page.getByRole('columnheader', { name: column, exact: true })).toBeVisible();
  await expect(
    page.getByText('the request carries no justification, and the query drops such requests').first(),
  ).toBeVisible();
});

test('the query is copied as it was published', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/hunting-query');
  await page.getByRole('button', { name: /Copy KQL/ }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('AuditLogs\n| where OperationName == "User requests access package assignment"');
});

test('coverage says in sentences what the data span and what was skipped', async ({ page }) => {
  await page.goto('/coverage');
  await expect(page.getByText(/They fold into \d,\d{3} requests/)).toBeVisible();
  await expect(page.getByText('Nothing: every file and every line could be used.')).toBeVisible();
});

for (const [why, says] of [
  ['unreadable', /read again from the source since .*: the file that kept them could not be read/],
  [
    'another-version',
    /read again from the source since .*: this version of the product keeps them in another way/,
  ],
] as const)
  test(`a store that had to be rebuilt (${why}) is said on screen`, async ({ page }) => {
    await page.route('**/api/coverage', async (route) => {
      const response = await route.fetch();
      const { data, meta } = await response.json();
      const rebuilt = { at: '2026-11-23T10:00:00.000Z', why };
      await route.fulfill({ response, json: { data: { ...data, state: 'loading', rebuilt }, meta } });
    });
    for (const path of ['/', '/coverage']) {
      await page.goto(path);
      await expect(page.getByText(says).first()).toBeVisible();
    }
  });

test('the zone is part of the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('group', { name: 'Time zone' }).getByRole('button', { name: /Asia/ }).click();
  await expect(page).toHaveURL(/tz=local/);
  await page.reload();
  await expect(
    page.getByRole('group', { name: 'Time zone' }).getByRole('button', { name: /Asia/ }),
  ).toHaveAttribute('aria-pressed', 'true');
});
