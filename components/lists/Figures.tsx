import { countWords, percentWords } from '@/lib/words/count';
import { durationWords, exactDurationWords } from '@/lib/words/duration';

/** A percentile of seconds over `of` requests, or why there is none: fewer than 8 do not make one. */
export function Percentile({ seconds, of }: { seconds: number | null; of: number }) {
  if (seconds !== null) return <span title={exactDurationWords(seconds)}>{durationWords(seconds)}</span>;
  if (of === 0) return <None title="No request was approved by people." />;
  return (
    <i className="text-ink-3" title="Fewer than 8 requests approved by people.">
      too few
    </i>
  );
}

/** A count, and its share of the whole (0 to 1); there is none of fewer than 20. */
export function Share({ count, of, share }: { count: number; of: number; share: number | null }) {
  return (
    <>
      {countWords(count)}{' '}
      <span className="share">
        {share === null ? (
          <None title={`No share of fewer than 20: ${countWords(count)} of ${countWords(of)}.`} />
        ) : (
          percentWords(share)
        )}
      </span>
    </>
  );
}

function None({ title }: { title: string }) {
  return (
    <span className="text-ink-3" title={title}>
      –
    </span>
  );
}
