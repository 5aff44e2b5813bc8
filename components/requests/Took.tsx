import type { AccessRequest } from '@/lib/request';
import { durationWords, exactDurationWords } from '@/lib/words/duration';

/** Time to approve; a dash where no person approved, and a word where the order of events is unclear. */
export function Took({ request: { timeToApproveSeconds: seconds, outcome } }: { request: AccessRequest }) {
  if (seconds !== null) return <span title={exactDurationWords(seconds)}>{durationWords(seconds)}</span>;
  if (outcome === 'approved') {
    return (
      <i className="text-ink-3" title="The times in the data do not say how long it took.">
        Unclear
      </i>
    );
  }
  return (
    <span className="text-ink-3" title="Only requests approved by people have a time to approve.">
      –
    </span>
  );
}
