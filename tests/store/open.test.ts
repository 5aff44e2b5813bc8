import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { withFolder } from '../source/files/reading';
import { asks } from './build';

async function opened<T>(
  use: (store: Store) => Promise<T>,
  file: string | null = null,
  readable?: string,
): Promise<T> {
  const store = await openStore(file, readable);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const kept = (store: Store) => store.all('SELECT id FROM records');

describe('a write', () => {
  test('is seen by readers, and the version grows', () =>
    opened(async (store) => {
      const before = store.version();
      await store.write((writer) => saveRecords(writer, [asks('08:00')]));
      expect(await kept(store)).toHaveLength(1);
      expect(store.version()).toBeGreaterThan(before);
    }));
  test('that fails leaves nothing behind, and the version as it was', () =>
    opened(async (store) => {
      const before = store.version();
      const failing = store.write(async (writer) => {
        await saveRecords(writer, [asks('08:00')]);
        throw new Error('cut off');
      });
      await expect(failing).rejects.toThrow('cut off');
      expect(await kept(store)).toEqual([]);
      expect(store.version()).toBe(before);
    }));
  test('waits for the one before it, even when that fails', () =>
    opened(async (store) => {
      const failing = store.write(() => Promise.reject(new Error('cut off')));
      const writes = [1, 2, 3].map((request) =>
        store.write((writer) => saveRecords(writer, [asks('08:00', { request })])),
      );
      await expect(failing).rejects.toThrow('cut off');
      await Promise.all(writes);
      expect(await kept(store)).toHaveLength(3);
    }));
});

test('a store that is closed answers what was asked before', async () => {
  const store = await openStore(null);
  const asked = Array.from({ length: 20 }, () =>
    store.all<{ n: number }>('SELECT sum(range)::DOUBLE AS n FROM range(3000000)'),
  );
  await store.close();
  for (const rows of await Promise.all(asked)) expect(rows).toEqual([{ n: 4_499_998_500_000 }]);
});

test('a store that closes ends the write that has begun, and takes no more', async () => {
  const store = await openStore(null);
  const begun = store.write((writer) => saveRecords(writer, [asks('08:00')]));
  const next = begun.then(() => store.write((writer) => saveRecords(writer, [asks('09:00')])));
  const closed = store.close();
  await begun;
  await expect(next).rejects.toMatchObject({ code: 'store-unavailable' });
  await closed;
});

describe('SQL', () => {
  test.each([
    `SELECT * FROM read_text('/etc/passwd')`,
    `COPY records TO '/tmp/records.csv'`,
    `ATTACH '/tmp/another.duckdb'`,
    'INSTALL httpfs',
    'SET enable_external_access = true',
    'LOAD httpfs',
    `LOAD '/tmp/foreign.duckdb_extension'`,
    `SELECT * FROM '/etc/passwd'`,
    `SELECT * FROM glob('/etc/*')`,
    `COPY (SELECT 1) TO '/tmp/one.parquet'`,
    `EXPORT DATABASE '/tmp/exported'`,
    `SELECT * FROM read_csv('https://example.com/a.csv')`,
  ])('reaches no file of its own accord: %s', (sql) =>
    opened(async (store) => {
      await expect(store.all(sql)).rejects.toThrow();
    }),
  );
  test.each([
    `SET memory_limit = '64GB'`,
    'RESET memory_limit',
    'SET threads = 64',
    `SET temp_directory = '/tmp/elsewhere'`,
    `SET allowed_directories = ['/']`,
    'SET autoload_known_extensions = true',
    'SET lock_configuration = false',
    `PRAGMA memory_limit = '64GB'`,
  ])('changes no setting: %s', (sql) =>
    opened(async (store) => {
      await expect(store.all(sql)).rejects.toThrow(/configuration has been locked/);
      await expect(store.write((writer) => writer.run(sql))).rejects.toThrow(/configuration has been locked/);
    }),
  );
  test('has its bounds of memory, threads and extensions', () =>
    opened(async (store) => {
      const setting = async (name: string) =>
        (await store.all<{ value: unknown }>(`SELECT current_setting('${name}') AS value`))[0]?.value;
      expect(await setting('memory_limit')).toBe('953.6 MiB');
      expect(Number(await setting('threads'))).toBe(Math.min(8, availableParallelism()));
      expect(await setting('autoload_known_extensions')).toBe(false);
      expect(await setting('autoinstall_known_extensions')).toBe(false);
      expect(await setting('enable_external_access')).toBe(false);
    }));
  test('reads files below the readable path and no others', () =>
    withFolder((folder) =>
      withFolder(async (elsewhere) => {
        for (const place of [folder, elsewhere]) writeFileSync(path.join(place, "it's.json"), '{}\n');
        const read = (place: string) => (store: Store) =>
          store.all(`SELECT * FROM read_text('${path.join(place, "it''s.json")}')`);
        expect(await opened(read(folder), null, folder)).toHaveLength(1);
        await expect(opened(read(elsewhere), null, folder)).rejects.toThrow();
        await expect(
          opened(read(path.join(folder, '..', path.basename(elsewhere))), null, folder),
        ).rejects.toThrow();
      }),
    ));
});

test('what was written to a file is there when it is opened again', () =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'store.duckdb');
    await opened((store) => store.write((writer) => saveRecords(writer, [asks('08:00')])), file);
    expect(await opened(kept, file)).toHaveLength(1);
  }));
