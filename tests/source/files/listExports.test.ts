import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listExports } from '@/lib/source/files/listExports';
import { withFolder } from './reading';

test('a folder gives all files of its tree, sorted by name, with size and age', () =>
  withFolder(async (folder) => {
    mkdirSync(path.join(folder, 'y=2026/m=08'), { recursive: true });
    writeFileSync(path.join(folder, 'y=2026/m=08/PT1H.json'), 'abc');
    writeFileSync(path.join(folder, 'b.csv'), '');
    writeFileSync(path.join(folder, 'B.csv'), '');
    utimesSync(path.join(folder, 'b.csv'), 1_000, 1_000);
    const { files, problems } = await listExports(folder);
    expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['B.csv', 0],
      ['b.csv', 0],
      ['y=2026/m=08/PT1H.json', 3],
    ]);
    expect(files[1]).toEqual({
      path: path.join(folder, 'b.csv'),
      name: 'b.csv',
      bytes: 0,
      modifiedMs: 1_000_000,
    });
    expect(problems).toEqual([]);
  }));

test('a file gives itself, under the path as it was given, even when its name begins with a dot', () =>
  withFolder(async (folder) => {
    const file = path.join(folder, '.export');
    writeFileSync(file, '{}');
    const { files } = await listExports(file);
    expect(files).toMatchObject([{ path: file, name: file, bytes: 2 }]);
  }));

test('names that begin with a dot are left out of a folder', () =>
  withFolder(async (folder) => {
    writeFileSync(path.join(folder, '.DS_Store'), '');
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(path.join(folder, '.git/config'), '');
    writeFileSync(path.join(folder, 'a.json'), '');
    const { files } = await listExports(folder);
    expect(files.map(({ name }) => name)).toEqual(['a.json']);
  }));

test('links are followed, and those that lead round in a circle end', () =>
  withFolder(async (folder) => {
    mkdirSync(path.join(folder, 'a'));
    writeFileSync(path.join(folder, 'a/export'), '');
    symlinkSync('..', path.join(folder, 'a/up'));
    symlinkSync('a', path.join(folder, 'again'));
    symlinkSync('a/export', path.join(folder, 'link'));
    const { files, problems } = await listExports(folder);
    expect(files.map(({ name }) => name)).toEqual(['a/export', 'link']);
    expect(problems).toEqual([]);
  }));

test('a link to nothing is a problem of its own and leaves the rest', () =>
  withFolder(async (folder) => {
    symlinkSync('gone', path.join(folder, 'broken'));
    writeFileSync(path.join(folder, 'whole'), '');
    const { files, problems } = await listExports(folder);
    expect(files.map(({ name }) => name)).toEqual(['whole']);
    expect(problems).toEqual([
      {
        code: 'path-missing',
        file: 'broken',
        line: null,
        message: '"broken" leads to nothing. Remove it or mend it, then load again.',
      },
    ]);
  }));

test('a path that does not exist is named, with the mend', async () => {
  const { files, problems } = await listExports('/no/such/folder');
  expect(files).toEqual([]);
  expect(problems).toEqual([
    {
      code: 'path-missing',
      file: '/no/such/folder',
      line: null,
      message:
        '"/no/such/folder" does not exist. Set AUDIT_LOGS_PATH to an export file or a folder of exports.',
    },
  ]);
});

test('a folder without files is empty, not missing', () =>
  withFolder(async (folder) => {
    mkdirSync(path.join(folder, 'sub'));
    const { files, problems } = await listExports(folder);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ code: 'folder-empty', file: folder, line: null }]);
  }));

test('what is neither a file nor a folder is no export', async () => {
  const { files, problems } = await listExports('/dev/null');
  expect(files).toEqual([]);
  expect(problems).toMatchObject([{ code: 'not-an-export', file: '/dev/null' }]);
});
