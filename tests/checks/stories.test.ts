import { beforeAll, expect, test } from 'vitest';
import { privilegedPackages } from '@/lib/demo/privilegedPackages';
import { defaultView } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { generateSample } from '@/lib/source/sample/generate';
import { stories } from '@/lib/source/sample/stories';
import { requestRows } from '@/lib/store/rows';
import { recordOf } from '../audit/wrappers';
import { allRequests } from '../store/folding';
import { withChecks } from './checking';

let requests: AccessRequest[] = [];
let first: AccessRequest | undefined;
beforeAll(async () => {
  const sample = generateSample({ requests: 3000, until: '2026-08-20T00:00:00Z', days: 120, unrelated: 0 });
  const records = [...sample].map((line) => recordOf(JSON.parse(line)));
  await withChecks([records], { ids: [], patterns: privilegedPackages.split(',') }, async (store) => {
    requests = await allRequests(store);
    [first] = await requestRows(store, [], { ...defaultView, pageSize: 1 });
  });
}, 240_000);

/** A check looks back: words are reused from the third person on. */
const before: Readonly<Partial<Record<string, number>>> = { 'reused-reason': 2 };

test.each(stories)('$check marks the requests of its story', ({ check, requestIds }) => {
  const told = requestIds.slice(before[check] ?? 0);
  const marked = requests.filter(({ checks }) => checks?.some(({ id }) => id === check));
  expect(marked.map(({ requestId }) => requestId)).toEqual(expect.arrayContaining([...told]));
});

test('the published attack story comes first in the default order', () => {
  const [attack] = stories.filter(({ check }) => check === 'policy-weakened-before');
  expect(attack?.requestIds).toEqual([first?.requestId]);
});

test('under 5 % of ordinary requests carry a medium or strong check', () => {
  const told = new Set(stories.flatMap(({ requestIds }) => requestIds));
  const ordinary = requests.filter(({ requestId }) => !told.has(requestId));
  const worth = ordinary.flatMap(({ checks }) => {
    const [strongest] = checks ?? [];
    return strongest !== undefined && strongest.strength !== 'low' ? [strongest.id] : [];
  });
  expect(worth.length / ordinary.length).toBeLessThan(0.05);
});
