import { expect, test } from 'vitest';
import type { CheckId } from '@/lib/request';
import { generateSample } from '@/lib/source/sample/generate';
import { sceneRequestId } from '@/lib/source/sample/scene';
import { requestDetail } from '@/lib/store/requestDetail';
import { recordOf } from '../audit/wrappers';
import { allRequests } from '../store/folding';
import { withChecks } from './checking';

const own: readonly CheckId[] = [
  'policy-weakened-before',
  'policy-added-beside',
  'configured-by-party',
  'role-granted-then-used',
  'new-approver',
  'application-acted',
];

test('on a made-up organisation the checks of configuration mark their stories and little of ordinary life', async () => {
  const lines = [...generateSample({ requests: 3000, until: '2026-08-20T00:00:00Z', days: 120 })];
  await withChecks(
    [lines.map((line) => recordOf(JSON.parse(line)))],
    { ids: [], patterns: [] },
    async (store) => {
      const all = await allRequests(store);
      const marked = (id: CheckId, strengths: string[]) =>
        all.filter(({ checks }) =>
          checks?.some((mark) => mark.id === id && strengths.includes(mark.strength)),
        );
      const story = sceneRequestId('policy-weakened-before', 0);
      expect(marked('policy-weakened-before', ['strong']).map(({ requestId }) => requestId)).toEqual([story]);
      const { findings, bracket } = await requestDetail(store, [], story, null);
      const weakened = findings?.find(({ id }) => id === 'policy-weakened-before');
      expect(weakened?.sentence).toBe(
        'Ciara Quinlan switched approval off 20 m before it was asked for, and on again 22 m after it was granted.',
      );
      const turns = bracket.filter(({ weakens, tightens }) => weakens ?? tightens);
      expect(turns.map(({ record }) => record)).toEqual(weakened?.records);
      expect(marked('new-approver', ['medium']).map(({ requestId }) => requestId)).toContain(
        sceneRequestId('new-approver', 0),
      );
      const strongly = new Set(own.flatMap((id) => marked(id, ['strong', 'medium'])));
      expect(strongly.size / all.length).toBeLessThan(0.03);
    },
  );
}, 120_000);
