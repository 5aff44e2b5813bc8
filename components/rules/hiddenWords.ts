import type { Hidden } from '@/lib/summary';
import { countWords } from '@/lib/words/count';

/**
 * What the exclusion rules do to the requests in view, in one sentence without its full stop; null where there is
 * nothing to say.
 */
export function hiddenWords({ applied, requests, rules, notApplied }: Hidden): string | null {
  const hiding = rules.filter(({ hides }) => hides > 0).length;
  if (!applied && rules.length > 0)
    return requests === 0
      ? 'Exclusion rules are off: they would hide none of these requests'
      : `Exclusion rules are off: ${countWords(requests)} shown that ${rulesWords(hiding)} would hide`;
  if (requests > 0) return `${countWords(requests)} hidden by ${rulesWords(hiding)}`;
  if (rules.length > 0) return `None hidden by ${rulesWords(rules.length)}`;
  return notApplied.length > 0 ? 'No exclusion rule applies' : null;
}

/** `2 do not apply`, as words that follow a sentence; empty when all apply. */
export function notAppliedWords({ notApplied }: Hidden): string {
  if (notApplied.length === 0) return '';
  return notApplied.length === 1
    ? '1 rule does not apply'
    : `${countWords(notApplied.length)} rules do not apply`;
}

/** What one click on the switch does. */
export function switchWords({ applied, requests }: Pick<Hidden, 'applied' | 'requests'>): string {
  if (!applied) return 'Apply them';
  return requests === 0 ? 'Switch them off' : 'Show them';
}

function rulesWords(rules: number): string {
  return rules === 1 ? '1 rule' : `${countWords(rules)} rules`;
}
