import { describe, expect, test } from 'vitest';
import { logsLink, setupSteps } from '@/components/coverage/setupSteps';
import { freshSentences, missingSentences, progressSentence } from '@/components/coverage/workspaceSentences';
import { failureWords, loadingWords, sourceWords } from '@/components/shell/noticeWords';
import type { CoverageReport, CoverageSource, WorkspaceCoverage } from '@/lib/coverage';

const resourceId =
  '/subscriptions/0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/contoso-soc';

const workspace: WorkspaceCoverage = {
  id: '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77',
  name: 'Contoso SOC',
  resourceId,
  state: 'complete',
  tablePresent: true,
  categories: [{ category: 'EntitlementManagement', records: 7, newest: '2026-08-21T09:00:00Z' }],
  oldest: '2026-01-01T09:00:00Z',
  newest: '2026-08-21T09:00:00Z',
  newestIngested: '2026-08-21T09:05:00Z',
  lagSeconds: 312,
  retentionStart: null,
  spans: [],
  gaps: [],
  daysLoaded: 760,
  daysWanted: 760,
  records: 120_345,
  unusable: 0,
  remainingSeconds: null,
  failure: null,
  syncedAs: 'Imke Brandt',
  lastSyncAt: '2026-08-21T09:06:00Z',
};

const connection: Extract<CoverageSource, { kind: 'log-analytics' }> = {
  kind: 'log-analytics',
  access: 'delegated',
  tenant: '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10',
  clientId: 'a11ce000-0000-4000-8000-00000000c11e',
  portal: 'https://portal.azure.com',
  workspaces: [workspace],
};

const time = (instant: string) => `${instant.slice(0, 10)} UTC`;

describe('what an owner still has to do', () => {
  const refused = { code: 'workspace-refused', message: 'No role.', at: '2026-08-21T09:00:00Z' };
  test.each<[string, Partial<WorkspaceCoverage>, (boolean | null)[]]>([
    ['nothing, once entitlement records come', {}, [true, true, true]],
    ['nobody has asked yet', { tablePresent: null, categories: null }, [null, null, null]],
    ['no role', { tablePresent: null, categories: null, failure: refused }, [false, null, null]],
    ['no diagnostic setting', { tablePresent: false, categories: [] }, [true, false, false]],
    [
      'the category does not come',
      { categories: [{ category: 'UserManagement', records: 1, newest: '2026-08-21T09:00:00Z' }] },
      [true, true, false],
    ],
  ])('%s', (_, but, done) => {
    const steps = setupSteps({ ...workspace, ...but }, connection);
    expect(steps.map((step) => step.done)).toEqual(done);
  });

  test('the commands carry the real workspace', () => {
    const commands = setupSteps(workspace, connection).map(({ command }) => command);
    expect(commands[0]).toContain(`--scope '${resourceId}'`);
    expect(commands[1]).toContain(`"workspaceId":"${resourceId}"`);
    expect(commands[1]).toContain('"category":"AuditLogs"');
  });

  test.each([
    ['none', null],
    ['one with a quote', resourceId.replace('rg-soc', "rg'; rm -rf ~; '")],
    ['one with a line break', `${resourceId}\n`],
    ['one of something else', resourceId.replace('workspaces', 'clusters')],
  ])('a resource id that is no plain one is a blank in commands, and no link: %s', (_, id) => {
    const [role, setting] = setupSteps({ ...workspace, resourceId: id }, connection);
    expect(role?.command).toContain("--scope '<resource id of the workspace>'");
    expect(setting?.command).toContain('<resource id of the workspace>');
    expect(logsLink(id, connection)).toBeNull();
  });

  test('the link leads to the workspace’s own page for queries', () => {
    expect(logsLink(resourceId, connection)).toBe(
      `https://portal.azure.com/#@5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10/resource${resourceId}/logs`,
    );
    expect(logsLink(resourceId, { ...connection, tenant: 'x' })).toBeNull();
  });
});

describe('how a workspace stands', () => {
  test('whole days are counted down, so that all is said of all alone', () => {
    const words = progressSentence({ ...workspace, daysLoaded: 759.99, remainingSeconds: 65 });
    expect(words).toBe('759 of 760 days, 120,345 records, about 1 m 5 s left');
  });
  test('freshness says when the newest came, and how late records usually are', () => {
    expect(freshSentences(workspace, time).slice(0, 2)).toEqual([
      'The newest record about access packages is of 2026-08-21 UTC and arrived at 2026-08-21 UTC.',
      'Records arrive 5 m 12 s after what they tell of, the median of up to a hundred that came last.',
    ]);
  });
  test('a workspace that was not asked is unknown, one without a record is empty', () => {
    const nothing = { ...workspace, newest: null, newestIngested: null, oldest: null, lagSeconds: null };
    expect(freshSentences({ ...nothing, tablePresent: null }, time)).toEqual([
      'It could not be asked yet, so what it holds is not known.',
    ]);
    expect(freshSentences(nothing, time)[0]).toBe('No record about access packages was found in it.');
  });
  test('whose view it is, is said', () => {
    expect(freshSentences(workspace, time).at(-1)).toBe(
      'Last looked into at 2026-08-21 UTC, as Imke Brandt sees it.',
    );
  });
  test('a gap is told with the workspace’s words', () => {
    const gap = { from: '2026-08-10T10:00:00Z', to: '2026-08-10T10:00:01Z', reason: 'Too much.' };
    expect(missingSentences({ ...workspace, gaps: [gap] }, time)).toEqual([
      'From 2026-08-10 UTC to 2026-08-10 UTC nothing could be read. The workspace said: Too much.',
    ]);
  });
});

describe('the banner', () => {
  const report = (source: CoverageSource, but: Partial<CoverageReport> = {}): CoverageReport => ({
    state: 'complete',
    from: null,
    to: null,
    requests: 0,
    problems: 0,
    progress: 1,
    signIn: true,
    entra: 'https://entra.microsoft.com',
    source,
    files: null,
    records: null,
    requestsWithoutRequestRecord: 0,
    requestsWithWarnings: 0,
    tenants: [],
    unlinkedOperations: null,
    listed: null,
    failure: null,
    rebuilt: null,
    ...but,
  });
  const of = (...workspaces: WorkspaceCoverage[]) => ({ ...connection, workspaces });
  const files = { kind: 'files', path: '/exports', bundled: false } as const;

  test.each<[string, CoverageReport]>([
    ['Audit records from /exports, sign-in off, this machine only', report(files, { signIn: false })],
    ['Audit records from /exports', report(files)],
    ['Audit records from exported files', report({ ...files, path: null })],
    [
      'Bundled sample data, sign-in off, this machine only',
      report({ ...files, bundled: true }, { signIn: false }),
    ],
    ['Audit records of Contoso SOC, as Imke Brandt can see them', report(of(workspace))],
    ['Audit records of Contoso SOC', report({ ...of(workspace), access: 'application' })],
    [
      'Audit records of 2 workspaces, as Imke Brandt and Teo can see them',
      report(of(workspace, { ...workspace, syncedAs: 'Teo' })),
    ],
  ])('%s', (words, given) => expect(sourceWords(given)).toBe(words));

  const reading = { ...workspace, state: 'loading', daysLoaded: 412.4, remainingSeconds: 245 } as const;
  const waiting = { ...workspace, state: 'waiting' } as const;
  const loading = { state: 'loading', progress: 0.5 } as const;
  test.each<[string, CoverageReport, string | null]>([
    ['of nothing to read', report(of(workspace)), null],
    ['of files', report(files, loading), 'Reading audit records… 50%'],
    [
      'of workspaces',
      report(of(reading), loading),
      'Reading Log Analytics… 412 of 760 days, 120,345 records, about 4 m 5 s left',
    ],
    [
      'without a reader',
      report(of(waiting), loading),
      '50% read; waiting for a reader whose token can read the rest',
    ],
  ])('reading is told: %s', (_, given, words) => expect(loadingWords(given)).toBe(words));

  test('what failed is told workspace by workspace, while another is still being read', () => {
    const failure = { code: 'table-missing', message: 'There is no table.', at: '2026-08-21T09:00:00Z' };
    const failed = { ...workspace, name: 'Contoso EMEA', state: 'failed', failure } as const;
    expect(failureWords(report(of(reading, failed), loading))).toEqual(['Contoso EMEA: There is no table.']);
  });
});
