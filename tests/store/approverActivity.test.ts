import { expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { requestDetail } from '@/lib/store/requestDetail';
import { approve, asks, bea, chen, decides, payables, portal, requestId, type Said } from './build';
import { withStore } from './folding';

/** A request that `by` approves so many minutes after it was made, on a day of August 2026. */
function approved(request: number, day: number, minutes: number, said: Said = {}, by = bea) {
  const time = (minute: number) => `${day} 08:${String(minute).padStart(2, '0')}`;
  const own = { ...said, request };
  return [
    asks(time(0), own),
    decides('approved', time(minutes), by, 'ok', { request }),
    approve(time(minutes), by, own),
  ];
}

const hidden = { package: portal };
const dayMs = 86_400_000;

/** The same records, so many days earlier. */
const earlier = (days: number, records: ReturnType<typeof approved>) =>
  records.map((record) => {
    const time = new Date(Date.parse(record.activityDateTime ?? '') - days * dayMs).toISOString();
    return { ...record, id: `${record.id} ${days}`, timeGenerated: time, activityDateTime: time };
  });

const records = [
  ...approved(1, 28, 30),
  ...[2, 3, 4, 5].flatMap((request) => approved(request, request, 10)),
  ...earlier(31, [...approved(6, 28, 20), ...approved(7, 27, 20), ...approved(8, 26, 20, hidden)]),
  ...earlier(100, approved(9, 1, 20)),
  ...earlier(200, approved(10, 1, 59)),
  ...approved(11, 28, 40),
  ...approved(12, 3, 5, {}, chen),
];

const activity = (scope: Clause[], request: number) =>
  withStore(
    [records],
    async (store) => (await requestDetail(store, scope, requestId(request), null)).approvers,
  );

test('tells of each approver the decisions of the 30 days up to this one, those of the 30 days before, and their own earlier median', async () => {
  expect(await activity([], 1)).toEqual([
    {
      approverId: bea.id,
      approver: bea.upn,
      decisions30d: 5,
      decisionsBefore30d: 3,
      medianSeconds: 900,
      of: 8,
    },
  ]);
});

test('tells no median of fewer than eight, and counts only what the reader may see', async () => {
  const scope: Clause[] = [
    { kind: 'scope', field: 'scope', grants: [{ packages: [payables.id], workspaces: null }] },
  ];
  expect(await activity(scope, 1)).toEqual([
    {
      approverId: bea.id,
      approver: bea.upn,
      decisions30d: 5,
      decisionsBefore30d: 2,
      medianSeconds: null,
      of: 7,
    },
  ]);
  await expect(activity(scope, 8)).rejects.toThrow('No request');
});

test('an approver’s first decision stands alone', async () => {
  expect(await activity([], 12)).toEqual([
    {
      approverId: chen.id,
      approver: chen.upn,
      decisions30d: 1,
      decisionsBefore30d: 0,
      medianSeconds: null,
      of: 0,
    },
  ]);
});
