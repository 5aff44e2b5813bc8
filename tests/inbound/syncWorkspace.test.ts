import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startInbound } from '@/lib/inbound';
import { day, minute, second } from '@/lib/inbound/slices';
import { log } from '@/lib/log';
import type { AccessRequest } from '@/lib/request';
import { generateSample } from '@/lib/source/sample/generate';
import { storeCoverage } from '@/lib/store/coverage';
import type { Store } from '@/lib/store/open';
import { syncStateOf } from '@/lib/store/syncState';
import { refusals } from '../doubles/logAnalytics/errors';
import { type StoredRow, tableRow } from '../doubles/logAnalytics/tableRow';
import { withFolder } from '../source/files/reading';
import { sampleRows } from '../source/logAnalytics/asking';
import { asks } from '../store/build';
import { allRequests } from '../store/folding';
import { filesEnv } from './filesEnv';
import { anchor, hourly, rowOf, type Syncing, saidBy, soc, syncing } from './syncing';

log.level = 'silent';

/** Everything that was asked of the table `AuditLogs` but surveys and counts: its records. */
const slicesOf = ({ service }: Syncing) =>
  service.asked.filter(({ text }) => text.includes('IngestedAt = ')).length;

describe('the same records through files and through Log Analytics give identical requests', () => {
  const through = (folder: string, file: string, text: string): Promise<AccessRequest[]> => {
    writeFileSync(path.join(folder, file), text);
    return startInbound(filesEnv(folder)).then(async ({ store, progress }) => {
      while (progress.state === 'loading') await new Promise((resolve) => setTimeout(resolve, 5));
      const requests = await allRequests(store);
      await store.close();
      return requests;
    });
  };
  const lines = [...generateSample({ requests: 120, until: '2026-08-20T00:00:00Z', days: 30 })];

  test('a made-up organisation’s, exported to storage', () =>
    withFolder(async (folder) => {
      const fromFiles = await through(folder, 'PT1H.json', `${lines.join('\n')}\n`);
      await syncing({ workspaces: { [soc.id]: lines.map(tableRow) } }, async ({ round, store }) => {
        await round();
        expect(fromFiles.length).toBeGreaterThan(100);
        const fromTable = await allRequests(store);
        // The table has no column for the user agent, which storage lines carry.
        const likewise = fromFiles.map((request, place) =>
          fromTable[place]?.client === 'unknown' ? { ...request, client: 'unknown' } : request,
        );
        expect(fromTable).toEqual(likewise);
        expect(fromTable.filter(({ client }) => client !== 'unknown').length).toBeGreaterThan(5);
      });
    }));
  test('the samples’, exported from the workspace', () =>
    withFolder(async (folder) => {
      const rows = sampleRows().map(({ row }) => JSON.stringify(row));
      const fromFiles = await through(folder, 'query.ndjson', `${rows.join('\n')}\n`);
      await syncing({}, async ({ round, store }) => {
        await round();
        expect(await allRequests(store)).toEqual(fromFiles);
      });
    }));
});

describe('reading in slices', () => {
  test('an answer in part is never kept: the slice is split until all of it comes', () =>
    syncing(
      { workspaces: { [soc.id]: hourly(60) }, limits: { records: 10, bytes: 1e9 } },
      async (syncing) => {
        const { kept, state } = await syncing.round();
        expect(await allRequests(syncing.store)).toHaveLength(60);
        expect({ state, gaps: kept?.gaps, records: kept?.records }).toEqual({
          state: 'complete',
          gaps: [],
          records: 120,
        });
        const { duplicates } = (await storeCoverage(syncing.store)).records;
        expect(duplicates).toBe(0);
        expect(slicesOf(syncing)).toBeGreaterThan(12);
      },
    ));

  test('slices grow where there is little, so that years take a few questions', () =>
    syncing({ workspaces: { [soc.id]: sampleRows() } }, async (syncing) => {
      await syncing.round({ days: 730 });
      expect(slicesOf(syncing)).toBeLessThan(8);
    }));

  test('what comes before the first record is read, without a question', () =>
    syncing({ workspaces: { [soc.id]: hourly(2) } }, async (syncing) => {
      const { kept } = await syncing.round({ days: 730 });
      expect(kept?.covered).toEqual([{ from: anchor - 760 * day, to: anchor + day }]);
      expect(slicesOf(syncing)).toBe(2);
    }));

  test('more than an answer holds within one second becomes a gap with the service’s words, and the rest is read', () => {
    const crowd = Array.from({ length: 9 }, (_, place) => {
      const time = `2026-08-10T10:00:00.${place}Z`;
      return rowOf(asks('08:00', { request: place, but: { id: `${place}`, timeGenerated: time } }));
    });
    const workspaces = { [soc.id]: [...hourly(3), ...crowd] };
    return syncing({ workspaces, limits: { records: 6, bytes: 1e9 } }, async (syncing) => {
      const { kept, state } = await syncing.round();
      expect(state).toBe('complete');
      expect(kept?.gaps).toHaveLength(1);
      expect(kept?.gaps[0]?.reason).toContain('processing your query');
      const [gap] = kept?.gaps ?? [];
      expect((gap?.to ?? 0) - (gap?.from ?? 0)).toBeLessThanOrEqual(second);
      expect((await storeCoverage(syncing.store)).records.ours).toBeLessThan(15);
      expect(kept?.records).toBeGreaterThanOrEqual(6);

      syncing.service.options.limits = { records: 100, bytes: 1e9 };
      const again = await syncing.round({ fresh: true });
      expect({ gaps: again.kept?.gaps, records: again.kept?.records }).toEqual({ gaps: [], records: 15 });
    });
  });

  test('a service that wants to be left alone is, for as long as it says, and then asked again', () =>
    syncing({}, async (syncing) => {
      const { service, clock, store } = syncing;
      service.next({ kind: 'refusal', refusal: refusals.throttledFor(40) });
      const { state } = await syncing.round();
      expect(state).toBe('complete');
      expect(clock.paused).toEqual([40 * second]);
      expect(await allRequests(store)).toHaveLength(7);
    }));

  test.each([
    [900, 'is 15 minutes ahead of'],
    [-900, 'is 15 minutes behind'],
  ])('a clock that differs by %i s is named, and nothing counts as read', (behindSeconds, words) =>
    syncing({ behindSeconds }, async ({ round, store }) => {
      await expect(round()).rejects.toThrow(words);
      expect(await syncStateOf(store, soc.id)).toBeNull();
    }),
  );

  test('a clock that differs by four minutes is made up for', () =>
    syncing({ behindSeconds: 240 }, async ({ round }) => {
      expect((await round()).state).toBe('complete');
    }));

  test('the table that is not there is named, and nothing counts as read', () =>
    syncing({ workspaces: { [soc.id]: null } }, async ({ round, store }) => {
      await expect(round()).rejects.toMatchObject({ code: 'table-missing' });
      expect(await syncStateOf(store, soc.id)).toMatchObject({
        covered: [],
        survey: { tablePresent: false },
      });
    }));
});

describe('what arrives later', () => {
  const late = (id: string, time: string, arrived: number) =>
    rowOf(
      asks('08:00', { request: 900, but: { id, timeGenerated: time, activityDateTime: time } }),
      new Date(arrived).toISOString(),
    );
  /** Reads a first time, lets time pass and rows arrive, and reads again. */
  const later = (rule: string, minutes: number, rows: StoredRow[], records: number) =>
    test(rule, () => {
      const held = hourly(2);
      return syncing({ workspaces: { [soc.id]: held } }, async ({ round, clock }) => {
        expect((await round()).kept?.records).toBe(4);
        clock.time += minutes * minute;
        held.push(...rows);
        expect((await round()).kept).toMatchObject({ records, watermark: clock.time });
      });
    });

  later(
    'is read by its time of arrival, whatever its own time',
    5,
    [
      late('new', new Date(anchor + minute).toISOString(), anchor + 3 * minute),
      late('old', '2026-08-20T10:00:00Z', anchor + 2 * minute),
    ],
    6,
  );
  later(
    'is read even if it can be queried minutes after its time of arrival',
    1,
    [late('hidden', '2026-08-21T23:50:00Z', anchor - 9 * minute)],
    5,
  );
  later(
    'is read after days without a look',
    3 * 24 * 60,
    [
      late('one', '2026-08-23T10:00:00Z', anchor + 1.5 * day),
      late('two', '2026-08-24T10:00:00Z', anchor + 2.5 * day),
    ],
    6,
  );
  later(
    'includes a record whose own time is ahead of its arrival',
    5,
    [late('ahead', '2026-08-22T20:00:00Z', anchor + minute)],
    5,
  );

  test('nothing new leaves the version as it is, and copies read again in the overlap count once', () => {
    const held = [...hourly(1), late('edge', '2026-08-21T23:50:00Z', anchor - 5 * minute)];
    return syncing({ workspaces: { [soc.id]: held } }, async ({ round, store, clock }) => {
      await round();
      const [version, before] = [store.version(), await storeCoverage(store)];
      clock.time += minute;
      await round();
      expect(store.version()).toBe(version);
      expect(await storeCoverage(store)).toEqual(before);
    });
  });

  test('too much in one second of arrival is read by its own time instead', () => {
    const held = hourly(2);
    return syncing({ workspaces: { [soc.id]: held } }, async ({ round, clock, service }) => {
      await round();
      service.options.limits = { records: 5, bytes: 1e9 };
      clock.time += 5 * minute;
      for (let place = 0; place < 9; place++)
        held.push(late(`${place}`, new Date(anchor - place * 7 * minute).toISOString(), anchor + minute));
      expect((await round()).kept).toMatchObject({ records: 13, gaps: [] });
    });
  });
});

describe('a reading that was cut off', () => {
  const rows = [...hourly(30), ...sampleRows()];
  const limits = { records: 25, bytes: 1e9 };

  /** Reads with a cut after so many questions, or at the so-manieth write, as often as there are cuts. */
  async function cutOff(
    { round, source, store }: Syncing,
    cuts: { at: number; in: 'questions' | 'writes' }[],
  ) {
    for (const cut of cuts) {
      let count = 0;
      const isCut = (of: typeof cut.in) => of === cut.in && ++count > cut.at;
      const broken: Store['write'] = (work, changes) =>
        isCut('writes') ? Promise.reject(new Error('cut off')) : store.write(work, changes);
      const reading = round({
        source: {
          ...source,
          fetch: (...asked) =>
            isCut('questions') ? Promise.reject(new Error('cut off')) : source.fetch(...asked),
        },
        store: { ...store, write: broken },
        derive: async () => {
          if (isCut('writes')) throw new Error('cut off');
        },
      });
      await reading.catch((error: unknown) => expect(String(error)).toContain('cut off'));
    }
  }

  test('gives, resumed, the store of one that was not', async () => {
    const whole = await syncing({ workspaces: { [soc.id]: rows }, limits }, async ({ round, store }) => {
      await round();
      return saidBy(store);
    });
    const cut = fc.record({
      at: fc.nat(12),
      in: fc.constantFrom('questions' as const, 'writes' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) =>
        syncing({ workspaces: { [soc.id]: rows }, limits }, async (all) => {
          await cutOff(all, cuts);
          await all.round();
          expect(await saidBy(all.store)).toEqual(whole);
        }),
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
