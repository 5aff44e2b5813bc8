import { expect, test } from 'vitest';
import { nearest } from '@/lib/filter/nearest';
import { viewParams } from '@/lib/filter/params';

test.each([
  ['aprover', 'approver'],
  ['APPROVER', 'approver'],
  ['requester', 'requestor'],
  ['page_size', 'pageSize'],
  ['form', 'from'],
  ['TO', 'to'],
  ['tok', 'took', ['took', 'page']],
  ['x', null],
  ['chek', 'check'],
  ['inc', null],
  ['utm_source', null],
  ['', null],
] as const)('%s is most likely %s', (text, expected, candidates: readonly string[] = viewParams) => {
  expect(nearest(text, candidates)).toBe(expected);
});
