import { beforeAll, expect, test } from 'vitest';
import type { CheckId } from '@/lib/request';
import { generateSample } from '@/lib/source/sample/generate';
import { stories } from '@/lib/source/sample/stories';
import { recordOf } from '../audit/wrappers';
import { allRequests } from '../store/folding';
import { withChecks } from './checking';

/** The checks that mark each request of a made-up organisation. */
let marks = new Map<string, { id: CheckId; strength: string }[]>();
beforeAll(async () => {
  const sample = generateSample({ requests: 3000, until: '2026-08-20T00:00:00Z', days: 120, unrelated: 0 });
  const records = [...sample].map((line) => recordOf(JSON.parse(line)));
  await withChecks([records], { ids: [], patterns: [] }, async (store) => {
    marks = new Map((await allRequests(store)).map(({ requestId, checks }) => [requestId, checks ?? []]));
  });
}, 180_000);

const ours = [
  'faster-than-usual',
  'below-reading-time',
  'paired-accounts',
  'unusual-hours-or-volume',
  'same-address',
  'approval-ring',
] as const;

test.each(ours.slice(0, 4))('%s marks every request of its story', (id) => {
  const told = stories.find(({ check }) => check === id)?.requestIds ?? [];
  const unmarked = told.filter((request) => !marks.get(request)?.some((mark) => mark.id === id));
  expect(told.length).toBeGreaterThan(0);
  expect(unmarked).toEqual([]);
});

test('of the ordinary requests fewer than 2 % are marked by these checks as more than low', () => {
  const inStories = new Set(stories.flatMap(({ requestIds }) => requestIds));
  const ordinary = [...marks].filter(([request]) => !inStories.has(request));
  const marked = ordinary.filter(([, found]) =>
    found.some(({ id, strength }) => ours.some((own) => own === id) && strength !== 'low'),
  );
  expect(marked.length / ordinary.length).toBeLessThan(0.02);
});
