import { valueWords } from '@/lib/filter/fields';
import type { AccessRequest, Outcome } from '@/lib/request';
import { Tag } from '../ui/Tag';

/** Outcomes that no person decided. */
export const noHumanOutcomes: readonly Outcome[] = ['auto-approved', 'assigned', 'policy-assigned'];

/** The outcome as a word. Only "no human" and "unknown" are coloured; a troubled delivery is added. */
export function OutcomeWord({ request: { outcome, delivery } }: { request: AccessRequest }) {
  const word = valueWords('outcome', outcome);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {noHumanOutcomes.includes(outcome) ? (
        <Tag tone="auto">{word}</Tag>
      ) : outcome === 'unknown' ? (
        <Tag tone="medium">{word}</Tag>
      ) : (
        <span className={`inline-block first-letter:uppercase ${outcome === 'approved' ? '' : 'text-ink-2'}`}>
          {word}
        </span>
      )}
      {delivery === 'failed' || delivery === 'partial' ? (
        <Tag tone="medium">
          {delivery === 'failed' ? 'delivery failed' : valueWords('delivery', delivery)}
        </Tag>
      ) : null}
    </span>
  );
}
