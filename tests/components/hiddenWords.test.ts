import { expect, test } from 'vitest';
import { hiddenWords, notAppliedWords, switchWords } from '@/components/rules/hiddenWords';
import type { Hidden } from '@/lib/summary';

const rule = (hides: number, place: number) => ({
  name: `Rule ${place}`,
  owner: 'SOC',
  reason: 'Known.',
  expires: '2027-01-01',
  hides,
});

function check(
  rule_: string,
  { applied = true, hides = [], broken = 0 }: { applied?: boolean; hides?: number[]; broken?: number },
  words: string | null,
  beside = '',
) {
  test(rule_, () => {
    const hidden: Hidden = {
      applied,
      requests: hides.reduce((sum, each) => sum + each, 0),
      rules: hides.map(rule),
      notApplied: Array.from({ length: broken }, () => ({ name: 'Old', why: 'It expired.' })),
    };
    expect(hiddenWords(hidden)).toBe(words);
    expect(notAppliedWords(hidden)).toBe(beside);
  });
}

check('without rules there is nothing to say', {}, null);
check('only the rules that hide something are counted', { hides: [20, 7, 0] }, '27 hidden by 2 rules');
check('one rule is one', { hides: [1] }, '1 hidden by 1 rule');
check('thousands are grouped', { hides: [12_000] }, '12,000 hidden by 1 rule');
check('rules that hide nothing here are told', { hides: [0, 0] }, 'None hidden by 2 rules');
check(
  'switched off, what they would hide is told',
  { applied: false, hides: [20, 7] },
  'Exclusion rules are off: 27 shown that 2 rules would hide',
);
check(
  'switched off where they would hide nothing',
  { applied: false, hides: [0] },
  'Exclusion rules are off: they would hide none of these requests',
);
check(
  'rules that do not apply are told beside',
  { hides: [3], broken: 1 },
  '3 hidden by 1 rule',
  '1 rule does not apply',
);
check('and by themselves', { broken: 2 }, 'No exclusion rule applies', '2 rules do not apply');

test.each([
  [true, 3, 'Show them'],
  [true, 0, 'Switch them off'],
  [false, 3, 'Apply them'],
  [false, 0, 'Apply them'],
] as const)('the switch says what it does (applied: %s, hidden: %i)', (applied, requests, words) => {
  expect(switchWords({ applied, requests })).toBe(words);
});
