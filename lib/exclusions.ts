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

/**
 * The rules with how many requests each of them hides. What a rule is called and why it is there can be about others'
 * requests: a reader who may see a part is told of those rules alone that hide a request of theirs.
 */
export function hiddenAs(
  { rules: { usable, notApplied }, view, scope }: Pick<Asked, 'rules' | 'view' | 'scope'>,
  hides: readonly number[],
): Hidden {
  const isWhole = scope.length === 0;
  const rules = usable.map(({ clauses: _, ...about }, place) => ({ ...about, hides: hides[place] ?? 0 }));
  return {
    applied: view.rules === 'on',
    requests: hides.reduce((sum, each) => sum + each, 0),
    rules: isWhole ? rules : rules.filter((each) => each.hides > 0),
    notApplied: isWhole ? [...notApplied] : [],
  };
}
