import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { log } from '@/lib/log';
import { judgeRules } from '@/lib/rules/judge';
import { readRulesFile } from '@/lib/rules/rulesFile';

const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
const file = path.join(folder, 'rules.json');
beforeAll(() => {
  log.level = 'silent';
});
afterAll(() => rmSync(folder, { recursive: true }));

const now = '2026-11-23T12:00:00.000Z';
const good = {
  name: 'Sync job',
  owner: 'Identity team',
  reason: 'It runs every night.',
  expires: '2027-03-31',
  filter: 'requestor:svc-sync',
};

let written = 0;
async function judged(content: unknown, at = now) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  written += 1;
  utimesSync(file, written, written);
  return judgeRules(await readRulesFile(file), at);
}

describe('a rule that does not apply is named with why', () => {
  test.each<[rule: string, written: unknown, name: string, ...why: string[]]>([
    ['no object', 7, 'Rule 2', 'not an object'],
    ['no name', { ...good, name: undefined }, 'Rule 2', 'name is missing'],
    ['a blank name', { ...good, name: ' ' }, 'Rule 2', 'name is empty'],
    ['nobody who owns it', { ...good, owner: undefined }, 'Sync job', 'owner is missing'],
    ['no reason', { ...good, reason: '' }, 'Sync job', 'reason is empty'],
    ['no expiry', { ...good, expires: undefined }, 'Sync job', 'expires is not a date'],
    ['an expiry in another form', { ...good, expires: '31.03.2027' }, 'Sync job', 'expires is not a date'],
    ['a day that is none', { ...good, expires: '2027-02-30' }, 'Sync job', 'expires is not a date'],
    ['an expired rule', { ...good, expires: '2026-11-22' }, 'Sync job', 'expired at the end of 2026-11-22'],
    ['a misspelt part', { ...good, filters: 'x' }, 'Sync job', 'none of name, owner'],
    ['no filter', { ...good, filter: '  ' }, 'Sync job', 'filter is empty'],
    ['a filter that keeps everything', { ...good, filter: 'by:decided' }, 'Sync job', 'would hide every'],
    ['an unknown qualifier', { ...good, filter: 'requester:x' }, 'Sync job', 'Did you mean requestor:?'],
    ['an unknown value', { ...good, filter: 'client:shell kind:direct' }, 'Sync job', 'client:shell has no'],
    ['an open quote', { ...good, filter: 'requestor:"svc' }, 'Sync job', 'a quote is not closed'],
    ['a span that rolls', { ...good, filter: 'kind:direct range:30d' }, 'Sync job', 'moves with time'],
    ['a quarter that runs', { ...good, filter: 'range:this-quarter q:x' }, 'Sync job', 'moves with time'],
    ['what is not checked yet', { ...good, filter: 'strength:none,unknown' }, 'Sync job', 'not checked yet'],
    ['an unknown client', { ...good, filter: 'client:portal,unknown' }, 'Sync job', 'client:unknown'],
  ])('%s', async (_rule, broken, name, ...words) => {
    const other = { ...good, name: 'Other' };
    const { usable, notApplied } = await judged([other, broken]);
    expect(usable.map((rule) => rule.name)).toEqual(['Other']);
    expect(notApplied.map((rule) => rule.name)).toEqual([name]);
    for (const word of words) expect(notApplied[0]?.why).toContain(word);
    expect(notApplied[0]?.why).toMatch(/\.$/);
  });
  test('a second rule of the same name', async () => {
    const { usable, notApplied } = await judged([good, { ...good, filter: 'kind:direct' }]);
    expect(usable).toHaveLength(1);
    expect(notApplied).toEqual([
      { name: 'Sync job', why: 'An earlier rule has the same name; give each its own.' },
    ]);
  });
});

test('the first hundred rules of a file apply, and each further one says why it does not', async () => {
  const many = Array.from({ length: 102 }, (_, place) => ({ ...good, name: `Rule for ${place + 1}` }));
  const { usable, notApplied } = await judged(many);
  expect(usable).toHaveLength(100);
  expect(notApplied.map(({ name }) => name)).toEqual(['Rule for 101', 'Rule for 102']);
  expect(notApplied[0]?.why).toContain('at most 100 rules');
});

describe('a file that cannot be read applies nothing and says so', () => {
  test.each<[rule: string, content: unknown, why: string]>([
    ['no JSON', '[', 'is not JSON'],
    ['no list', good, 'is not a list of rules'],
  ])('%s', async (_rule, content, why) => {
    expect(await judged(content)).toEqual({
      usable: [],
      notApplied: [{ name: null, why: `The exclusion rules file ${why}, so no rule applies.` }],
    });
  });
  test('a file that is not there', async () => {
    const { notApplied } = judgeRules(await readRulesFile(path.join(folder, 'none.json')), now);
    expect(notApplied).toMatchObject([{ name: null, why: expect.stringContaining('cannot be read') }]);
  });
  test('a reader is not told where it lies', async () => {
    expect(JSON.stringify(await judged('['))).not.toContain(folder);
  });
});

describe('a rule that can apply', () => {
  test('applies from a file with a byte order mark', async () => {
    const { usable, notApplied } = await judged(`\ufeff${JSON.stringify([good])}`);
    expect([usable.map(({ name }) => name), notApplied]).toEqual([[good.name], []]);
  });
  test('holds what its filter says', async () => {
    const { usable } = await judged([{ ...good, filter: 'requestor:Svc-Sync kind:direct' }]);
    expect(usable).toEqual([
      {
        name: good.name,
        owner: good.owner,
        reason: good.reason,
        expires: good.expires,
        clauses: [
          { kind: 'any-of', field: 'requestor', not: false, ids: [], texts: ['svc-sync'] },
          { kind: 'one-of', field: 'kind', not: false, values: ['direct'] },
        ],
      },
    ]);
  });
  test('holds to the end of its last day in UTC', async () => {
    expect((await judged([good], '2027-03-31T23:59:59.999Z')).usable).toHaveLength(1);
    expect((await judged([good], '2027-04-01T00:00:00.000Z')).usable).toHaveLength(0);
  });
  test('may say a span with fixed ends', async () => {
    const filter = 'kind:direct after:2026-10-01 before:2026-11-01';
    expect((await judged([{ ...good, filter }])).notApplied).toEqual([]);
  });
  test.each(['client:powershell', '-client:portal', '-client:portal,unknown'])(
    'of a client never takes in what is unknown: %s',
    async (filter) => {
      const { usable } = await judged([{ ...good, filter }]);
      const spared = { kind: 'one-of', field: 'client', not: true, values: ['unknown'] };
      expect(usable[0]?.clauses).toContainEqual(spared);
    },
  );
  test.each(['strength:none', '-strength:strong', '-check:weak-reason'])(
    'of a check never takes in what is not checked yet: %s',
    async (filter) => {
      const { usable } = await judged([{ ...good, filter }]);
      const spared = { kind: 'one-of', field: 'strength', not: true, values: ['unknown'] };
      expect(usable[0]?.clauses).toContainEqual(spared);
    },
  );
});

test('without a file there are no rules, and nothing to say', async () => {
  expect(judgeRules(await readRulesFile(null), now)).toEqual({ usable: [], notApplied: [] });
});

test('a change of the file holds from the next question on, broken or mended', async () => {
  expect((await judged([good])).usable).toHaveLength(1);
  expect((await judged('[')).usable).toHaveLength(0);
  expect((await judged([good, { ...good, name: 'Second' }])).usable).toHaveLength(2);
});
