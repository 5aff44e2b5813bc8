import { expect, test } from 'vitest';
import type { HuntingRow } from '@/lib/answers';
import { compareAnswers } from '@/lib/hunting/compare';

const row = (but: Partial<HuntingRow> = {}): HuntingRow => ({
  TimeRequested: '2026-08-03T08:00:00Z',
  AccessPackageName: 'Payables',
  RequestedBy: 'dana@contoso.example',
  RequestorJustification: 'month end',
  ApprovedTime: '2026-08-03T09:00:00.1234567Z',
  ApprovedBy: 'erik@contoso.example',
  ApproverJustification: 'ok',
  CorrelationId: 'C-1',
  RequestID: 'R-1',
  ...but,
});
const other = row({ RequestID: 'R-2', CorrelationId: 'C-2' });

function check(
  rule: string,
  there: HuntingRow[],
  here: HuntingRow[],
  expected: { same?: number; explained?: number; onlyThere?: number; onlyHere?: number },
  duplicated: string[] = [],
) {
  test(rule, () => {
    const { same, explained, onlyThere, onlyHere } = compareAnswers(there, here, new Set(duplicated));
    expect({
      same,
      explained: explained.length,
      onlyThere: onlyThere.length,
      onlyHere: onlyHere.length,
    }).toEqual({
      same: 0,
      explained: 0,
      onlyThere: 0,
      onlyHere: 0,
      ...expected,
    });
  });
}

check('equal answers are the same in any order', [row(), other], [other, row()], { same: 2 });
check(
  'Kusto’s seven digits of a second are no difference',
  [row({ TimeRequested: '2026-08-03T08:00:00.0000000Z' })],
  [row()],
  { same: 1 },
);
check(
  'an approver that is null here and empty there is no difference',
  [row({ ApprovedBy: '' })],
  [row({ ApprovedBy: null })],
  { same: 1 },
);
check('a row that only the workspace has is a difference', [row(), other], [row()], {
  same: 1,
  onlyThere: 1,
});
check('a row that only this product has is a difference', [row()], [row(), other], { same: 1, onlyHere: 1 });
check(
  'a further copy of a request with a repeated Id is explained',
  [row(), row()],
  [row()],
  { same: 1, explained: 1 },
  ['c-1'],
);
check(
  'a further copy without a repeated Id is a difference',
  [row(), row()],
  [row()],
  { same: 1, onlyThere: 1 },
  ['c-2'],
);
check(
  'a repeated Id explains no row that is not here at all',
  [other],
  [row()],
  { onlyThere: 1, onlyHere: 1 },
  ['c-2'],
);
check(
  'copies that this product has more of are a difference',
  [row()],
  [row(), row()],
  { same: 1, onlyHere: 1 },
  ['c-1'],
);
check(
  'another text in one column is a difference on both sides',
  [row({ ApproverJustification: 'no' })],
  [row()],
  { onlyThere: 1, onlyHere: 1 },
);
