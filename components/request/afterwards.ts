import type { AccessRequest, TimelineEntry } from '@/lib/request';
import { durationWords, secondsBetween } from '@/lib/words/duration';

type Request = Pick<AccessRequest, 'decidedAt' | 'delivery' | 'removedAt'>;

/** What a record that undoes or changes the request's own means for it, as a sentence; null for other records. */
export function afterwardsWords(
  { step, at }: Pick<TimelineEntry, 'step' | 'at'>,
  request: Request,
): string | null {
  const when = sinceDecision(at, request.decidedAt);
  if (step === 'edit-answers') return `An approver edited the requestor’s answers${when}.`;
  if (step !== 'delete-record') return null;
  const deleted = `The request record was deleted${when}`;
  if (request.removedAt !== null) return `${deleted}; its access was removed.`;
  return request.delivery === 'delivered' || request.delivery === 'partial'
    ? `${deleted}; no record says that its access was removed.`
    : `${deleted}.`;
}

function sinceDecision(at: string, decidedAt: string | null): string {
  if (decidedAt === null) return '';
  const seconds = secondsBetween(decidedAt, at);
  if (seconds === 0) return ' at the time of the decision';
  return `, ${durationWords(Math.abs(seconds))} ${seconds < 0 ? 'before' : 'after'} the decision`;
}
