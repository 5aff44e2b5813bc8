import { expect, test } from 'vitest';
import { activityWords } from '@/lib/words/activity';

const ortega = { approverId: 'an id', approver: 'm.ortega@contoso.example' };

function check(
  name: string,
  figures: [decisions30d: number, decisionsBefore30d: number, medianSeconds: number | null, of: number],
  decisions: string,
  usually: string,
) {
  test(name, () => {
    const [decisions30d, decisionsBefore30d, medianSeconds, of] = figures;
    expect(activityWords({ ...ortega, decisions30d, decisionsBefore30d, medianSeconds, of })).toEqual({
      decisions,
      usually,
    });
  });
}

check(
  'a busy approver has a usual time, with the number it is taken from',
  [1038, 3, 19_020, 412],
  '1,038 decisions in these 30 days, 3 in the 30 before',
  'usually 5 h 17 m (412 earlier)',
);
check(
  'with fewer than 8 earlier approvals nothing is called usual',
  [1, 0, null, 3],
  '1 decision in these 30 days, 0 in the 30 before',
  'too few approvals to say what is usual (3 earlier)',
);
