import 'server-only';
import type { Asked } from './handle';
import { hiddenBy } from './store/hidden';
import type { Hidden } from './summary';

/** What the exclusion rules set aside of what was asked for. */
export async function hiddenOf(asked: Asked): Promise<Hidden> {
  return hiddenAs(asked, await hiddenBy(asked.inbound.store, asked.clauses, ruleClauses(asked)));
}

/** What each of the rules that can apply holds of a request. */
export function ruleClauses({ rules }: Asked) {
  return rules.usable.map(({ clauses }) => clauses);
}

/** The rules with how many requests each of them hides. */
export function hiddenAs({ rules: { usable, notApplied }, view }: Asked, hides: readonly number[]): Hidden {
  return {
    applied: view.rules === 'on',
    requests: hides.reduce((sum, each) => sum + each, 0),
    rules: usable.map(({ clauses: _, ...about }, place) => ({ ...about, hides: hides[place] ?? 0 })),
    notApplied: [...notApplied],
  };
}
