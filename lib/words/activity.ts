import type { ApproverActivity } from '../request';
import { countWords } from './count';
import { durationWords } from './duration';

/**
 * What else an approver did, in two phrases: `38 decisions in these 30 days, 3 in the 30 before` and
 * `usually 5 h 17 m (412 earlier)`.
 */
export function activityWords({ decisions30d, decisionsBefore30d, medianSeconds, of }: ApproverActivity): {
  decisions: string;
  usually: string;
} {
  const decisions = `${countWords(decisions30d)} ${decisions30d === 1 ? 'decision' : 'decisions'} in these 30 days, ${countWords(decisionsBefore30d)} in the 30 before`;
  const earlier = `(${countWords(of)} earlier)`;
  const usually =
    medianSeconds === null
      ? `too few approvals to say what is usual ${earlier}`
      : `usually ${durationWords(medianSeconds)} ${earlier}`;
  return { decisions, usually };
}
