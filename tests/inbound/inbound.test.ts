import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CoverageReport } from '@/lib/coverage';
import type { Env } from '@/lib/env';
import { type Inbound, startInbound } from '@/lib/inbound';
import { type Files, loadNewFiles } from '@/lib/inbound/files';
import { log } from '@/lib/log';
import { coverageReport } from '@/lib/report';
import { saveRecords } from '@/lib/store/save';
import { sampleText } from '../audit/wrappers';
import { withFolder } from '../source/files/reading';
import { asks, bea, deny, ours } from '../store/build';
import { allRequests } from '../store/folding';
import { filesEnv } from './filesEnv';
import { storageLine } from './storageLine';

log.level = 'silent';

const line = (number: number) =>
  storageLine(asks(`08:${String(number).padStart(2, '0')}`, { request: number, reason: 'x' }));
const lines = (...numbers: number[]) => numbers.map(line).join('');

/** Starts reading a folder, waits for the first pass and hands the result to `use`. */
async function reading<T>(
  auditLogsPath: string,
  use: (inbound: Inbound) => Promise<T>,
  more: Partial<Env> = {},
): Promise<T> {
  const inbound = await startInbound(filesEnv(auditLogsPath, more));
  try {
    while (inbound.progress.state === 'loading') await new Promise((resolve) => setTimeout(resolve, 5));
    return await use(inbound);
  } finally {
    await inbound.store.close();
  }
}

function filesOf({ store, env, progress }: Inbound): Files {
  if (env.source.kind !== 'files' || progress.kind !== 'files') throw new Error('no files are read');
  return { store, path: env.source.path, tenant: env.tenant, privileged: env.privileged, progress };
}

/** Numbers of the requests in the store, oldest first. */
async function numbers({ store }: Inbound): Promise<number[]> {
  return (await allRequests(store)).map((request) => Number(request.requestId.slice(-12)));
}

function briefly({ listed }: CoverageReport): string[] {
  return (listed ?? [])
    .map(({ code, file, line }) => `${code} ${file}${line === null ? '' : `:${line}`}`)
    .sort();
}

interface Found {
  requests?: number[];
  problems?: string[];
  coverage?: Partial<CoverageReport>;
}

/** Reads a folder of these files once; compares request numbers, problems and coverage. */
function check(rule: string, files: Record<string, string | Uint8Array>, found: Found) {
  test(rule, () =>
    withFolder(async (folder) => {
      for (const [name, content] of Object.entries(files)) write(folder, name, content);
      await reading(folder, async (inbound) => {
        const report = await coverageReport(inbound, []);
        expect(report.failure).toBeNull();
        expect(await numbers(inbound)).toEqual(found.requests ?? []);
        expect(briefly(report)).toEqual(found.problems ?? []);
        expect(report).toMatchObject({ problems: found.problems?.length ?? 0, ...found.coverage });
      });
    }),
  );
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const state = (state: CoverageReport['state']) => ({ coverage: { state } });

describe.concurrent('what there is to read', () => {
  test('a path that does not exist is empty, and the problem names it', () =>
    withFolder((folder) =>
      reading(path.join(folder, 'none'), async (inbound) => {
        const report = await coverageReport(inbound, []);
        expect(briefly(report)).toEqual([`path-missing ${path.join(folder, 'none')}`]);
        expect(report).toMatchObject({ state: 'empty', requests: 0, from: null, problems: 1 });
      }),
    ));
  test('an empty folder is empty, and the problem names it', () =>
    withFolder((folder) =>
      reading(folder, async (inbound) => {
        const report = await coverageReport(inbound, []);
        expect(briefly(report)).toEqual([`folder-empty ${folder}`]);
        expect(report).toMatchObject({ state: 'empty', files: { found: 0, read: 0 } });
      }),
    ));
  check(
    'files that are no export are named, and the rest is read',
    { 'a.png': png, 'README.md': '# Notes\n', 'z.json': lines(1) },
    {
      requests: [1],
      problems: ['not-an-export README.md', 'not-an-export a.png'],
      coverage: { state: 'complete', files: { found: 3, read: 3, bytes: expect.any(Number) } },
    },
  );
  check(
    'nothing but files that are no export is empty',
    { 'a.png': png },
    { problems: ['not-an-export a.png'], ...state('empty') },
  );
  check(
    'records of other services alone are empty',
    {
      'a.json': storageLine(
        ours('Add user', '08:00', bea, {
          targets: [],
          but: { category: 'UserManagement', correlationId: null },
        }),
      ),
    },
    {
      ...state('empty'),
    },
  );
  check(
    'subfolders are read as a storage account lays them out',
    {
      'tenantId=x/y=2026/m=08/d=03/h=08/m=00/PT1H.json': lines(1),
      'tenantId=x/y=2026/m=08/d=03/h=09/m=00/PT1H.json': lines(2),
    },
    { requests: [1, 2], ...state('complete') },
  );
  test('one file may be given for a folder', () =>
    withFolder((folder) => {
      write(folder, 'PT1H.json', lines(1, 2));
      return reading(path.join(folder, 'PT1H.json'), async (inbound) =>
        expect(await numbers(inbound)).toEqual([1, 2]),
      );
    }));
  test('a relative path is read like any other', () =>
    withFolder((folder) => {
      write(folder, 'PT1H.json', lines(1));
      return reading(path.relative(process.cwd(), folder), async (inbound) => {
        expect(inbound.progress).toMatchObject({ state: 'complete', failure: null });
        expect(await numbers(inbound)).toEqual([1]);
      });
    }));
  test('a link to a file elsewhere is followed', () =>
    withFolder((elsewhere) =>
      withFolder((folder) => {
        write(elsewhere, 'PT1H.json', lines(1));
        symlinkSync(path.join(elsewhere, 'PT1H.json'), path.join(folder, 'linked.json'));
        return reading(folder, async (inbound) => {
          expect(inbound.progress).toMatchObject({ state: 'complete', failure: null });
          expect(await numbers(inbound)).toEqual([1]);
        });
      }),
    ));
});

describe.concurrent('names and spellings of storage files', () => {
  const names = [
    "it's.json",
    'export (1).json',
    'logs1.json',
    'logs[1].json',
    'a*b?.json',
    '100%.json',
    'Prüfung 😀.json',
    '{x,y}.json',
    'PT1H.json.gz',
    'PT1H.json.zst',
    'PT1H.csv',
    'no extension',
  ];
  check(
    'plain lines in a file of any name',
    Object.fromEntries(names.map((name, place) => [name, lines(place + 1)])),
    { requests: names.map((_, place) => place + 1) },
  );
  check('compressed lines', { 'PT1H.json.gz': gzipSync(lines(1, 2)) }, { requests: [1, 2] });
  check('compressed lines named .json', { 'PT1H.json': gzipSync(lines(1, 2)) }, { requests: [1, 2] });
  check(
    'the compressed rows of another export',
    { 'export.gz': gzipSync(sampleText('log-analytics.ndjson')) },
    {
      requests: expect.objectContaining({ length: 7 }),
    },
  );
  check('Windows line ends', { 'a.json': lines(1, 2).replaceAll('\n', '\r\n') }, { requests: [1, 2] });
  check('blank lines between', { 'a.json': lines(1, 2).replaceAll('\n', '\n\n') }, { requests: [1, 2] });
  check('no line end at the end', { 'a.json': lines(1, 2).trimEnd() }, { requests: [1, 2] });
  check('a byte-order mark', { 'a.json': `\ufeff${lines(1, 2)}` }, { requests: [1, 2] });
  check('two records on one line', { 'a.json': lines(1, 2).replace('\n', '') }, { requests: [1, 2] });
  check(
    'a NUL and half a surrogate pair in a text',
    { 'a.json': lines(1).replace('"x"', '"a\\u0000b\\ud800c"') },
    { requests: [1] },
  );
});

describe.concurrent('input that cannot be used', () => {
  check(
    'a broken line is named, and the rest is read',
    { 'a.json': `${line(1)}{"time":\n${line(2)}` },
    {
      requests: [1, 2],
      problems: ['line-unreadable a.json:2'],
      coverage: { state: 'complete' },
    },
  );
  check(
    'a line that is no record is named, and the rest is read',
    { 'a.json': `${line(1)}{"time":"2026-08-03T08:00:00Z"}\n[1]\n${line(2)}` },
    {
      requests: [1, 2],
      problems: ['record-unusable a.json:2', 'record-unusable a.json:3'],
    },
  );
  check(
    'a broken line among several files read in one go is named with its own file, and nothing is read twice',
    { 'a.json': lines(1, 2), 'b.json': `${line(3)}broken\n${line(4)}`, 'c.json': lines(5) },
    {
      requests: [1, 2, 3, 4, 5],
      problems: ['line-unreadable b.json:2'],
      coverage: { records: expect.objectContaining({ read: 5, duplicates: 0, ours: 5 }) },
    },
  );
  check(
    'a byte that is no UTF-8 spoils neither its record nor the rest',
    { 'a.json': Buffer.from(line(1).replace('"x"', '"\xfc"'), 'latin1'), 'b.json': lines(2) },
    { requests: [1, 2] },
  );
  check(
    'a compressed file that stops half-way',
    { 'a.json.gz': gzipSync(lines(1, 2)).subarray(0, -12), 'b.json': lines(3) },
    {
      requests: expect.arrayContaining([3]),
      problems: ['file-cut-off a.json.gz'],
    },
  );
});

describe.concurrent('a later pass', () => {
  /** Reads a folder of these files, changes it, reads again. */
  const again = (
    rule: string,
    files: Record<string, string>,
    change: (folder: string) => void,
    compare: (inbound: Inbound, before: CoverageReport, after: CoverageReport) => Promise<void>,
  ) =>
    test(rule, () =>
      withFolder(async (folder) => {
        for (const [name, content] of Object.entries(files)) write(folder, name, content);
        await reading(folder, async (inbound) => {
          const before = await coverageReport(inbound, []);
          change(folder);
          await loadNewFiles(filesOf(inbound));
          await compare(inbound, before, await coverageReport(inbound, []));
        });
      }),
    );

  again(
    'a file that grew shows only its new requests, and files as they were are not read again',
    { 'a.json': lines(1), 'b.json': lines(2) },
    (folder) => appendFileSync(path.join(folder, 'b.json'), lines(3)),
    async (inbound, before, after) => {
      expect(await numbers(inbound)).toEqual([1, 2, 3]);
      expect(before.records).toMatchObject({ read: 2, duplicates: 0, ours: 2 });
      expect(after.records).toMatchObject({ read: 4, duplicates: 1, ours: 3 });
    },
  );
  again(
    'nothing new changes nothing',
    { 'a.json': lines(1) },
    () => undefined,
    async (_inbound, before, after) => expect(after).toEqual(before),
  );
  test('nothing new leaves the version as it is, so that what was remembered holds', () =>
    withFolder((folder) => {
      write(folder, 'a.json', lines(1));
      return reading(folder, async (inbound) => {
        const version = inbound.store.version();
        await loadNewFiles(filesOf(inbound));
        expect(inbound.store.version()).toBe(version);
      });
    }));
  again(
    'a decision that arrives later changes its request',
    { 'a.json': lines(1) },
    (folder) => write(folder, 'b.json', storageLine(deny('09:00', bea))),
    async (inbound) => {
      expect((await allRequests(inbound.store)).map(({ outcome }) => outcome)).toEqual(['denied']);
    },
  );
  again(
    'a broken file that was mended is read, and its problem goes',
    { 'a.json': lines(1), 'b.json': `${line(2)}broken\n` },
    (folder) => write(folder, 'b.json', lines(2, 3)),
    async (inbound, before, after) => {
      expect(briefly(before)).toEqual(['line-unreadable b.json:2']);
      expect(after).toMatchObject({ problems: 0, listed: [], state: 'complete' });
      expect(await numbers(inbound)).toEqual([1, 2, 3]);
    },
  );
  again(
    'a folder that is gone keeps what was read, and says so',
    { 'a.json': lines(1) },
    (folder) => rmSync(folder, { recursive: true }),
    async (inbound, _before, after) => {
      expect(await numbers(inbound)).toEqual([1]);
      expect(after.listed?.map(({ code }) => code)).toEqual(['path-missing']);
    },
  );
  /** The same source, but its store fails at one write of the pass. */
  const failingAt = (inbound: Inbound, nth: number): Files => {
    let writes = 0;
    const write: Inbound['store']['write'] = (work) =>
      ++writes === nth ? Promise.reject(new Error('cut off')) : inbound.store.write(work);
    return { ...filesOf(inbound), store: { ...inbound.store, write } };
  };
  test('a file too large for one transaction that is cut off between two is kept once', () =>
    withFolder((folder) => {
      write(folder, 'a.json', lines(1));
      return reading(folder, async (inbound) => {
        const many = Array.from({ length: 20_500 }, (_, request) => storageLine(asks('08:00', { request })));
        write(folder, 'b.json', `[${many.join(',')}]`);
        await expect(loadNewFiles(failingAt(inbound, 3))).rejects.toThrow('cut off');
        await loadNewFiles(filesOf(inbound));
        expect((await coverageReport(inbound, [])).records).toMatchObject({ read: 20_501, duplicates: 0 });
      });
    }));
  test('a pass that fails at any write loses nothing, and the next goes on from there', () =>
    withFolder((folder) => {
      write(folder, 'a.json', lines(1));
      return reading(folder, async (inbound) => {
        for (const nth of [1, 2, 3, 4, 5]) {
          const before = await numbers(inbound);
          write(folder, `plain-${nth}.json`, lines(10 + nth));
          write(folder, `spoilt-${nth}.json`, `${line(20 + nth)}broken\n`);
          await expect(loadNewFiles(failingAt(inbound, nth))).rejects.toThrow('cut off');
          expect(await numbers(inbound)).toEqual(expect.arrayContaining(before));
          await loadNewFiles(filesOf(inbound));
          expect(await numbers(inbound)).toEqual(expect.arrayContaining([...before, 10 + nth, 20 + nth]));
        }
        const report = await coverageReport(inbound, []);
        expect(report).toMatchObject({ requests: 11, problems: 5, records: { ours: 11 } });
      });
    }));
});

describe.concurrent('with a DATA_DIR', () => {
  /** Reads a folder, closes the store, and reads it again with the same DATA_DIR. */
  const restart = (
    rule: string,
    between: (folder: string, inbound: Inbound) => Promise<void>,
    then: (inbound: Inbound, before: CoverageReport) => Promise<void>,
  ) =>
    test(rule, () =>
      withFolder(async (folder) => {
        const exports = path.join(folder, 'exports');
        const kept = { dataDir: path.join(folder, 'data') };
        write(exports, 'a.json', lines(1, 2));
        const before = await reading(
          exports,
          async (inbound) => {
            const report = await coverageReport(inbound, []);
            await between(exports, inbound);
            return report;
          },
          kept,
        );
        await reading(exports, (inbound) => then(inbound, before), kept);
      }),
    );

  restart(
    'a restart reads nothing again and gives the same answers',
    async () => undefined,
    async (inbound, before) => {
      expect(inbound.progress).toMatchObject({ state: 'complete', bytes: 0, bytesRead: 0 });
      expect(await coverageReport(inbound, [])).toEqual(before);
      expect(await numbers(inbound)).toEqual([1, 2]);
    },
  );
  restart(
    'a restart reads what came meanwhile',
    async (folder) => write(folder, 'b.json', lines(3)),
    async (inbound) => {
      expect(await numbers(inbound)).toEqual([1, 2, 3]);
      expect((await coverageReport(inbound, [])).records).toMatchObject({ read: 3, duplicates: 0 });
    },
  );
  restart(
    'records that were saved when the process was cut off become requests',
    (_folder, inbound) =>
      inbound.store.write((writer) => saveRecords(writer, [asks('08:04', { request: 4 })])),
    async (inbound) => expect(await numbers(inbound)).toEqual([1, 2, 4]),
  );
  restart(
    'a store of another schema version is read again from the source',
    (_folder, inbound) => inbound.store.write((writer) => writer.run(`UPDATE facts SET value = 'another'`)),
    async (inbound) => {
      expect(await numbers(inbound)).toEqual([1, 2]);
      expect((await coverageReport(inbound, [])).records).toMatchObject({ read: 2, duplicates: 0 });
    },
  );
  test('files that came are read as soon as somebody asks for new records', () =>
    withFolder(async (folder) => {
      write(folder, 'a.json', lines(1));
      await reading(folder, async (inbound) => {
        write(folder, 'b.json', lines(2));
        await Promise.all([inbound.refresh(), inbound.refresh()]);
        expect(await numbers(inbound)).toEqual([1, 2]);
        await inbound.stop();
        write(folder, 'c.json', lines(3));
        await inbound.refresh();
        expect(await numbers(inbound)).toEqual([1, 2]);
      });
    }));
  test('two sources never share a store', () =>
    withFolder(async (folder) => {
      const kept = { dataDir: path.join(folder, 'data') };
      for (const number of [1, 2]) {
        write(path.join(folder, `exports-${number}`), 'a.json', lines(number));
        await reading(
          path.join(folder, `exports-${number}`),
          async (inbound) => expect(await numbers(inbound)).toEqual([number]),
          kept,
        );
      }
    }));
});
