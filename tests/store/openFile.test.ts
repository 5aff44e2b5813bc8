import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { log } from '@/lib/log';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { withFolder } from '../source/files/reading';
import { asks } from './build';

log.level = 'silent';

const kept = (store: Store) => store.all<{ id: string }>('SELECT id FROM records');
const setAside = (folder: string) => readdirSync(folder).filter((name) => name.includes('.unreadable-'));

/** A store's file with twenty thousand records in it, and the log of one transaction after them. */
let sound: { file: Buffer; wal: Buffer };
beforeAll(() =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'store.duckdb');
    const first = await openStore(file);
    await first.write((writer) =>
      saveRecords(
        writer,
        Array.from({ length: 20_000 }, (_, request) => asks('08:00', { request })),
      ),
    );
    await first.close();
    const second = await openStore(file);
    await second.write((writer) => saveRecords(writer, [asks('09:00', { request: 99_999 })]));
    // As a process leaves them that is cut off: closing would write the log into the file.
    copyFileSync(file, `${file}.cut`);
    copyFileSync(`${file}.wal`, `${file}.cut.wal`);
    sound = { file: readFileSync(`${file}.cut`), wal: readFileSync(`${file}.cut.wal`) };
    await second.close();
  }),
);

const overwritten = (bytes: Buffer, from: number, to: number) => {
  const copy = Buffer.from(bytes);
  copy.fill(0x5a, from, to);
  return copy;
};

/** Opens what is left of the store and hands it on, with the folder that it lies in. */
async function opening<T>(
  left: { file: Buffer | string; wal?: Buffer },
  use: (store: Store, folder: string, file: string) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'store.duckdb');
    writeFileSync(file, left.file);
    if (left.wal) writeFileSync(`${file}.wal`, left.wal);
    const store = await openStore(file);
    try {
      return await use(store, folder, file);
    } finally {
      await store.close();
    }
  });
}

describe('a file that cannot be read is set aside, and the store begins empty', () => {
  test.each<[string, () => { file: Buffer | string; wal?: Buffer }]>([
    ['something else', () => ({ file: 'something else entirely'.repeat(1000) })],
    ['an empty file', () => ({ file: '' })],
    ['a few bytes', () => ({ file: 'cut' })],
    ['one cut off in the middle', () => ({ file: sound.file.subarray(0, sound.file.length / 2) })],
    ['one cut off in its headers', () => ({ file: sound.file.subarray(0, 5000) })],
    ['broken headers', () => ({ file: overwritten(sound.file, 4096, 12_288) })],
    [
      'a broken second half',
      () => ({ file: overwritten(sound.file, sound.file.length / 2, sound.file.length) }),
    ],
    [
      'a broken log',
      () => ({
        file: sound.file,
        wal: overwritten(sound.wal, sound.wal.length / 2, sound.wal.length / 2 + 50),
      }),
    ],
  ])('%s', (_, left) => {
    const given = left();
    return opening(given, async (store, folder, file) => {
      expect(store.rebuilt).toMatchObject({ why: 'unreadable', at: expect.stringContaining('T') });
      expect(await kept(store)).toEqual([]);
      const aside = setAside(folder);
      expect(aside).toHaveLength(given.wal ? 2 : 1);
      expect(readFileSync(path.join(folder, aside[0] ?? '')).equals(Buffer.from(given.file))).toBe(true);
      await store.write((writer) => saveRecords(writer, [asks('08:00')]));
      expect(existsSync(file)).toBe(true);
    });
  });

  test('damage that is met later is named, and the next start sets the file aside', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'store.duckdb');
      // The records’ blocks lie before the end, where the tables are described.
      const { length } = sound.file;
      writeFileSync(file, overwritten(sound.file, Math.ceil(length * 0.7), Math.ceil(length * 0.75)));
      const damaged = await openStore(file);
      await expect(damaged.all('SELECT max(COLUMNS(*)) FROM records')).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('Start the product again'),
      });
      await damaged.close();
      const store = await openStore(file);
      expect(store.rebuilt).toMatchObject({ why: 'unreadable' });
      expect(await kept(store)).toEqual([]);
      await store.close();
      const again = await openStore(file);
      expect(again.rebuilt).toEqual(store.rebuilt);
      expect(setAside(folder)).toHaveLength(1);
      await again.close();
    }));

  test('damage that cannot be noted is named all the same', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'store.duckdb');
      const { length } = sound.file;
      writeFileSync(file, overwritten(sound.file, Math.ceil(length * 0.7), Math.ceil(length * 0.75)));
      const damaged = await openStore(file);
      mkdirSync(`${file}.damaged`);
      await expect(damaged.all('SELECT max(COLUMNS(*)) FROM records')).rejects.toMatchObject({
        code: 'store-unavailable',
      });
      await damaged.close();
    }));

  test('only the newest is kept, so that no disk fills with them', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'store.duckdb');
      writeFileSync(path.join(folder, 'store.duckdb.unreadable-20260101T000000Z'), 'older');
      writeFileSync(file, 'newer');
      await (await openStore(file)).close();
      expect(setAside(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
        'newer',
      ]);
    }));
});

test.each([
  ['before its last transaction', () => sound.wal.subarray(0, sound.wal.length - 100)],
  ['within its first bytes', () => sound.wal.subarray(0, 3)],
])('a log that is cut off %s costs that transaction and nothing else', (_, wal) =>
  opening({ file: sound.file, wal: wal() }, async (store, folder) => {
    expect(await kept(store)).toHaveLength(20_000);
    expect([store.rebuilt, setAside(folder)]).toEqual([null, []]);
  }),
);

test('what a record says is never taken for damage', () =>
  opening({ file: sound.file }, async (store, folder, file) => {
    const said = `IO Error: Corrupt database file: Could not read enough bytes from file "${file}"`;
    await expect(store.all('SELECT error($said)', { said })).rejects.toThrow('Corrupt');
    expect(readdirSync(folder).filter((name) => name.endsWith('.damaged'))).toEqual([]);
  }));

test('a store that another version of the product kept is begun anew, and says so', () =>
  withFolder(async (folder) => {
    const file = path.join(folder, 'store.duckdb');
    writeFileSync(file, sound.file);
    const before = await openStore(file);
    expect(before.rebuilt).toBeNull();
    await before.write((writer) => writer.run(`UPDATE facts SET value = 'another' WHERE name = 'schema'`));
    await before.close();
    const store = await openStore(file);
    expect(store.rebuilt).toMatchObject({ why: 'another-version' });
    expect([await kept(store), setAside(folder)]).toEqual([[], []]);
    await store.close();
  }));

describe('what is no fault of the file is refused with its mend, and the file stays as it is', () => {
  const refused = async (file: string, words: RegExp) => {
    const failing = openStore(file);
    await expect(failing).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(failing).rejects.toThrow(words);
    expect(setAside(path.dirname(file))).toEqual([]);
  };
  test('a folder in its place', () =>
    withFolder((folder) => {
      mkdirSync(path.join(folder, 'store.duckdb'));
      return refused(path.join(folder, 'store.duckdb'), /could not be opened.*may write/);
    }));
  test('a folder that is not there', () =>
    withFolder((folder) =>
      refused(path.join(folder, 'gone', 'store.duckdb'), /could not be opened/).catch(() => undefined),
    ));
});
