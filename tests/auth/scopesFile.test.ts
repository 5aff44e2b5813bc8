import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantsOf } from '@/lib/auth/grantsOf';
import { readScopes } from '@/lib/auth/scopesFile';
import type { Claims } from '@/lib/auth/verify';
import { log } from '@/lib/log';

const folder = mkdtempSync(path.join(tmpdir(), 'scopes-'));
const file = path.join(folder, 'scopes.json');
beforeAll(() => {
  log.level = 'silent';
});
afterAll(() => rmSync(folder, { recursive: true }));

const [me, other, mine, theirs, erp, hr, soc] = Array.from(
  { length: 7 },
  (_, at) => `0b1ec700-0000-4000-8000-00000000000${at}`,
) as [string, string, string, string, string, string, string];

let written = 0;
function write(content: unknown): void {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  written += 1;
  utimesSync(file, written, written);
}

describe('a scopes file that cannot be used is named with the entry and its mend', () => {
  const entry = { name: 'Finance', groups: [mine], packages: [erp] };
  test.each<[string, unknown, string[]]>([
    ['no JSON', '{', ['is not JSON', 'a list such as']],
    ['no list', entry, ['is not a list']],
    ['no entries', [], ['has no entry', 'SCOPES_FILE']],
    ['an entry that is none', [entry, 7], ['entry 2', 'not an object']],
    ['no name', [{ ...entry, name: undefined }], ['entry 1', 'name', 'give the entry a name']],
    ['a blank name', [{ ...entry, name: ' ' }], ['entry 1', 'give the entry a name']],
    ['nobody', [{ ...entry, groups: undefined }], ['entry 1 (“Finance”)', 'give groups or readers']],
    ['nothing to see', [{ ...entry, packages: undefined }], ['(“Finance”)', 'give packages or workspaces']],
    ['an empty list', [{ ...entry, readers: [] }], ['(“Finance”) readers', 'is empty']],
    ['a name for an id', [{ ...entry, groups: ['Owners'] }], ['(“Finance”) groups.0', 'not an object id']],
    ['a misspelt part', [{ ...entry, group: [mine] }], ['(“Finance”)', 'none of name, groups']],
    ['two things at once', [{ ...entry, groups: ['x'] }, 7], ['entry 1', 'entry 2']],
  ])('%s', async (_rule, content, words) => {
    write(content);
    const refused = expect.objectContaining({ code: 'environment-invalid' });
    await expect(readScopes(file)).rejects.toEqual(refused);
    for (const word of [file, ...words]) await expect(readScopes(file)).rejects.toThrow(word);
  });
  test('a file that is not there', async () => {
    await expect(readScopes(path.join(folder, 'none.json'))).rejects.toThrow('none.json”: cannot be read');
  });
});

const reader: Claims = { oid: me, tid: other, scp: '', roles: ['Approvals.Read.Scoped'], groups: [mine] };

describe('a scoped reader', () => {
  const sees = (rule: string, content: unknown, expected: unknown, claims: Partial<Claims> = {}) =>
    test(rule, async () => {
      write(content);
      await expect(grantsOf({ ...reader, ...claims }, file)).resolves.toEqual(expected);
    });
  const refused = (rule: string, content: unknown, words: string, claims: Partial<Claims> = {}) =>
    test(rule, async () => {
      write(content);
      const grants = grantsOf({ ...reader, ...claims }, file);
      await expect(grants).rejects.toThrow(words);
      await expect(grants).rejects.toMatchObject({ code: 'scope-unknown' });
    });

  sees(
    'sees what an entry maps to one of their groups',
    [{ name: 'a', groups: [theirs, mine], packages: [erp] }],
    [{ packages: [erp], workspaces: null }],
  );
  sees(
    'sees what an entry maps to themselves, the case of ids not minded',
    [{ name: 'a', readers: [me.toUpperCase()], packages: [erp.toUpperCase()] }],
    [{ packages: [erp], workspaces: null }],
  );
  sees(
    'sees all that the entries together map to them, and nothing of the others',
    [
      { name: 'a', groups: [mine], packages: [erp] },
      { name: 'b', groups: [theirs], packages: [hr] },
      { name: 'c', readers: [me], packages: [hr], workspaces: [soc] },
    ],
    [
      { packages: [erp], workspaces: null },
      { packages: [hr], workspaces: [soc] },
    ],
  );
  sees('with the other role too sees everything', [{ name: 'a', groups: [theirs], packages: [hr] }], null, {
    roles: ['Approvals.Read.Scoped', 'Approvals.Read'],
  });
  sees(
    'whose groups were left out is told by entries that name readers alone',
    [{ name: 'a', readers: [me], packages: [erp] }],
    [{ packages: [erp], workspaces: null }],
    { groups: [], _claim_names: { groups: 'src1' } },
  );
  refused(
    'to whom nothing is mapped sees nothing',
    [{ name: 'a', groups: [theirs], packages: [hr] }],
    'mapped',
  );
  for (const leftOut of [{ _claim_names: { groups: 'src1' } }, { hasgroups: true }])
    refused(
      `whose groups were left out (${Object.keys(leftOut)}) sees nothing where groups are mapped`,
      [{ name: 'a', readers: [me], groups: [theirs], packages: [erp] }],
      'more groups',
      { groups: [], ...leftOut },
    );
  refused('sees nothing while the file is broken', '[', 'cannot be used');
  test('sees nothing where no file is set', async () => {
    await expect(grantsOf(reader, null)).rejects.toMatchObject({ code: 'scope-unknown' });
  });
});

test('a change of the file holds from the next question on, broken or mended', async () => {
  write([{ name: 'a', groups: [mine], packages: [erp] }]);
  await expect(grantsOf(reader, file)).resolves.toEqual([{ packages: [erp], workspaces: null }]);
  write('[{');
  await expect(grantsOf(reader, file)).rejects.toMatchObject({ code: 'scope-unknown' });
  write([{ name: 'a', groups: [mine], packages: [hr] }]);
  await expect(grantsOf(reader, file)).resolves.toEqual([{ packages: [hr], workspaces: null }]);
});

test('a byte order mark before the list is no part of it', async () => {
  write(`\ufeff${JSON.stringify([{ name: 'Finance', groups: [mine], packages: [erp] }])}`);
  expect(await readScopes(file)).toHaveLength(1);
});
