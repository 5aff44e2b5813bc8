import { afterEach, expect, test, vi } from 'vitest';
import { checks } from '@/lib/checks/all';
import { deriveAll } from '@/lib/inbound/deriving';
import { log } from '@/lib/log';
import { checkNotices } from '@/lib/store/checkNotices';
import { failedChecks } from '@/lib/store/deriveChecks';
import { openStore } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { asks } from '../store/build';

const by = { tenant: null, privileged: { ids: [], patterns: [] } };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('checks that failed are tried again after ten minutes, though no record comes, until they succeed', async () => {
  log.level = 'silent';
  vi.useFakeTimers({ toFake: ['performance'] });
  const store = await openStore(null);
  await store.write((writer) => saveRecords(writer, [asks('3 08:00')]));
  const sql = vi.spyOn(checks['weak-reason'], 'sql', 'get').mockReturnValue('SELECT nonsense');
  expect(await deriveAll(store, by)).toBe(true);
  expect(await deriveAll(store, by)).toBe(false);
  for (const _ of [1, 2]) {
    vi.advanceTimersByTime(599_000);
    expect(await deriveAll(store, by)).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(await deriveAll(store, by)).toBe(true);
    expect(await failedChecks(store)).toHaveLength(1);
  }
  sql.mockRestore();
  vi.advanceTimersByTime(601_000);
  expect(await deriveAll(store, by)).toBe(true);
  expect(await checkNotices(store)).toEqual([]);
  vi.advanceTimersByTime(601_000);
  expect(await deriveAll(store, by)).toBe(false);
  await store.close();
});
