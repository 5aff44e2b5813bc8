import type { Hidden } from '@/lib/summary';
import { countWords } from '@/lib/words/count';

/** Every exclusion rule: who answers for it, why, until when, and how many requests it hides; or why it hides none. */
export function RulesList({ hidden: { applied, rules, notApplied } }: { hidden: Hidden }) {
  return (
    <div className="grid gap-3 text-body">
      {rules.length === 0 ? null : (
        <ul className="grid gap-3">
          {rules.map(({ name, owner, reason, expires, hides }) => (
            <li key={name}>
              <p className="flex flex-wrap justify-between gap-x-4">
                <strong className="font-semibold">{name}</strong>
                <span className="num">
                  {applied ? 'hides' : 'would hide'} {countWords(hides)}
                </span>
              </p>
              <p>{reason}</p>
              <p className="text-ink-2 text-small">
                {owner}, until the end of {expires} (UTC)
              </p>
            </li>
          ))}
        </ul>
      )}
      {notApplied.length === 0 ? null : (
        <section aria-label="Rules that do not apply">
          <h2 className="font-semibold text-medium">Not applied</h2>
          <ul className="mt-1 grid gap-2">
            {notApplied.map(({ name, why }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: broken rules can share a name, and never move.
              <li key={place}>
                {name === null ? null : <strong className="font-semibold">{name}: </strong>}
                {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-ink-2 text-small">
        A request counts for the first rule that hides it. Rules lie in a file that is kept with the server;
        checks and baselines are worked out over all requests, hidden or not.
      </p>
    </div>
  );
}
