import { expect, test } from 'vitest';
import { minute } from '@/lib/inbound/slices';
import { workspaceCoverage } from '@/lib/inbound/workspaceCoverage';
import { log } from '@/lib/log';
import { deliveredBy } from '@/lib/store/deliveries';
import type { StoredRow } from '../doubles/logAnalytics/tableRow';
import { sampleRows, tokenFor } from '../source/logAnalytics/asking';
import { asks } from '../store/build';
import { allRequests } from '../store/folding';
import { emea, living, rowOf, soc, until } from './syncing';

log.level = 'silent';

const both = [soc, emea];
const application = () => ({
  kind: 'application' as const,
  token: tokenFor(`application ${Math.random()}`),
});

test('each workspace is read by itself, and a record that both hold is one record of both', () => {
  const [shared] = sampleRows();
  const workspaces = { [soc.id]: sampleRows(), [emea.id]: shared === undefined ? [] : [shared] };
  return living({ workspaces }, { workspaces: both, access: application() }, async (live, { store }) => {
    await until(() => live.progress.state === 'complete');
    expect(live.progress.workspaces.map(({ kept }) => kept?.records)).toEqual([27, 1]);
    const held = await store.all<{ workspaces: string; records: number }>(
      'SELECT workspaces, count(*)::DOUBLE AS records FROM records GROUP BY workspaces ORDER BY records',
    );
    expect(held).toEqual([
      { workspaces: `${soc.id},${emea.id}`, records: 1 },
      { workspaces: soc.id, records: 26 },
    ]);
    expect(await allRequests(store)).toHaveLength(7);
  });
});

test('one that fails is told with its mend and tried again after growing pauses; the other goes on', () => {
  const workspaces: Record<string, StoredRow[] | null> = { [soc.id]: sampleRows(), [emea.id]: null };
  return living({ workspaces }, { workspaces: both, access: application() }, async (live, { clock }) => {
    const [first, second] = live.progress.workspaces;
    const failures = async (count: number) =>
      until(() => clock.paused.filter((pause) => pause >= minute).length >= count);
    await failures(2);
    expect(live.progress.state).toBe('failed');
    expect(first?.state).toBe('complete');
    expect(second).toMatchObject({ state: 'failed', kept: { failure: { code: 'table-missing' } } });
    expect(live.progress.failure).toMatch(/^Contoso EMEA: .*diagnostic setting/);

    clock.paused.length = 0;
    for (const [count, wait] of [1, 2, 5, 10, 10].entries()) {
      clock.pass(wait * minute);
      await until(() => clock.paused.filter((pause) => pause > minute).length > count);
    }
    expect(clock.paused.filter((pause) => pause > minute).map((pause) => pause / minute)).toEqual([
      2, 5, 10, 10, 10,
    ]);

    workspaces[emea.id] = sampleRows();
    await live.sync.refresh();
    expect(live.progress).toMatchObject({ state: 'complete', failure: null });
    expect(second?.kept?.failure).toBeNull();
  });
});

test('what has expired in the workspace is kept, and said to have', () => {
  const workspaces: Record<string, StoredRow[]> = { [soc.id]: sampleRows() };
  return living({ workspaces }, { workspaces: [soc], access: application() }, async (live, all) => {
    const { store, clock } = all;
    await until(() => live.progress.state === 'complete');
    workspaces[soc.id] = sampleRows().filter(({ ingestedAt }) => ingestedAt > '2026-08-05');
    await live.sync.refresh();
    const [progress] = live.progress.workspaces;
    if (progress === undefined) throw new Error('no workspace');
    const told = workspaceCoverage(progress, await deliveredBy(store, soc.id), 60, clock.now());
    expect(told).toMatchObject({ records: 27, daysLoaded: 90, daysWanted: 90, lagSeconds: 300 });
    expect(told.retentionStart).toBe(told.oldest);
    expect(await allRequests(store)).toHaveLength(7);
  });
});

test('what arrives while nobody asks is read within a minute', () => {
  const held = sampleRows();
  return living(
    { workspaces: { [soc.id]: held } },
    { workspaces: [soc], access: application() },
    async (live, { clock, store }) => {
      await until(() => clock.paused.includes(minute));
      const time = new Date(clock.now()).toISOString();
      const but = { timeGenerated: time, activityDateTime: time };
      held.push(rowOf(asks('08:00', { request: 900, but }), time));
      clock.pass(minute);
      await until(() => live.progress.workspaces[0]?.kept?.records === 28);
      await until(() => clock.paused.filter((pause) => pause === minute).length === 2);
      expect(await allRequests(store)).toHaveLength(8);
    },
  );
});

test('who asks for a look now while one is under way gets another, past the service’s cache', () =>
  living({}, { workspaces: [soc], access: application() }, async (live, { service }) => {
    expect(live.progress.state).toBe('loading');
    await live.sync.refresh();
    const caches = service.asked.map(({ headers }) => headers['cache-control'] ?? 'cached');
    expect(caches.at(0)).toBe('cached');
    expect(caches.at(-1)).toBe('no-cache');
  }));
