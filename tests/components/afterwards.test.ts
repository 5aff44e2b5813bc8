import { describe, expect, test } from 'vitest';
import { afterwardsWords } from '@/components/request/afterwards';

const delivered = { decidedAt: '2026-10-17T03:12:13Z', delivery: 'delivered', removedAt: null } as const;

function check(
  step: string,
  at: string,
  request: Partial<Parameters<typeof afterwardsWords>[1]>,
  words: string | null,
) {
  expect(afterwardsWords({ step, at }, { ...delivered, ...request })).toBe(words);
}

describe('what came afterwards', () => {
  test('the time since the decision is cut at the precision of the records', () =>
    check(
      'edit-answers',
      '2026-10-17T03:12:23.0001Z',
      { decidedAt: '2026-10-17T03:12:13.0009Z' },
      'An approver edited the requestor’s answers, 9 s after the decision.',
    ));
  test('a deleted record is told with the access that stays', () =>
    check(
      'delete-record',
      '2026-10-17T03:40:22Z',
      {},
      'The request record was deleted, 28 m after the decision; no record says that its access was removed.',
    ));
  test('a deleted record is told with the access that was removed', () =>
    check(
      'delete-record',
      '2026-10-17T03:40:22Z',
      { removedAt: '2026-10-17T03:30:00Z' },
      'The request record was deleted, 28 m after the decision; its access was removed.',
    ));
  test('nothing is said of access that was never delivered', () =>
    check(
      'delete-record',
      '2026-10-17T03:40:22Z',
      { delivery: null, decidedAt: null },
      'The request record was deleted.',
    ));
  test('edited answers are told from the decision', () => {
    check(
      'edit-answers',
      '2026-10-17T03:12:03Z',
      {},
      'An approver edited the requestor’s answers, 10 s before the decision.',
    );
    check(
      'edit-answers',
      '2026-10-17T03:12:13Z',
      {},
      'An approver edited the requestor’s answers at the time of the decision.',
    );
  });
  test('other records have their own words', () => check('deliver', '2026-10-17T03:12:13Z', {}, null));
});
