import { beforeAll, describe, expect, test } from 'vitest';
import { exclusionRules } from '@/lib/demo/exclusionRules';
import { type AccessRequest, clients } from '@/lib/request';
import { judgeRules } from '@/lib/rules/judge';
import { generateSample } from '@/lib/source/sample/generate';
import { stories } from '@/lib/source/sample/stories';
import { hiddenBy } from '@/lib/store/hidden';
import { recordOf } from '../audit/wrappers';
import { withChecks } from '../checks/checking';
import { allRequests } from '../store/folding';

const until = '2026-08-20T00:00:00Z';
const { usable, notApplied } = judgeRules({ rules: exclusionRules(until) }, until);

/** What each rule says, of the people and applications by their names; a request counts for the first that hides it. */
const administrators = ['a.brennan@contoso.example', 'h.zielinska@contoso.example'];
const says: Record<string, (request: AccessRequest) => boolean> = {
  'HR synchronisation job': ({ requestorName, kind }) => requestorName === 'svc-hr-sync' && kind === 'direct',
  'Data governance administrator': ({ decisions, checks }) =>
    decisions.some(({ approver }) => approver === 'r.hofstetter@contoso.example') &&
    (checks ?? []).every(({ strength }) => strength === 'low'),
  'Workplace IT in PowerShell': ({ client, requestor, kind }) =>
    client === 'powershell' && administrators.includes(requestor ?? '') && kind === 'direct',
  'Onboarding automation over Graph': ({ client, requestorName }) =>
    client === 'graph' && requestorName === 'Onboarding Automation',
  'Workplace IT in the portal': ({ client, requestor, kind }) =>
    client === 'portal' && administrators.includes(requestor ?? '') && kind === 'direct',
};

let all: AccessRequest[] = [];
let hides: number[] = [];
beforeAll(async () => {
  const lines = generateSample({ requests: 1500, until, unrelated: 0 });
  const records = [...lines].map((line) => recordOf(JSON.parse(line)));
  await withChecks([records], { ids: [], patterns: [] }, async (store) => {
    all = await allRequests(store);
    hides = await hiddenBy(
      store,
      [],
      usable.map(({ clauses }) => clauses),
    );
  });
}, 120_000);

describe('each bundled rule hides exactly what it says', () => {
  test.each(Object.keys(says).map((name, place) => [name, place] as const))('%s', (name, place) => {
    expect(usable[place]?.name).toBe(name);
    const meant = all.filter((request) => Object.values(says).findIndex((holds) => holds(request)) === place);
    expect(meant.length).toBeGreaterThan(0);
    expect(hides[place]).toBe(meant.length);
  });
});

test('one bundled rule has expired, and says so', () => {
  expect(usable).toHaveLength(Object.keys(says).length);
  expect(notApplied).toEqual([
    { name: 'Office move in Warsaw', why: 'It expired at the end of 2026-08-06 (UTC).' },
  ]);
});

test('no story is hidden by a bundled rule', () => {
  const told = new Set(stories.flatMap(({ requestIds }) => requestIds));
  const hidden = all.filter((request) => Object.values(says).some((holds) => holds(request)));
  expect(hidden.filter(({ requestId }) => told.has(requestId))).toEqual([]);
});

test('the bundled data show every kind of client, and most requests do not tell theirs', () => {
  const of = (client: string) => all.filter((request) => request.client === client).length;
  for (const client of clients) expect(of(client), client).toBeGreaterThan(0);
  expect(of('unknown')).toBeGreaterThan(all.length / 2);
});
