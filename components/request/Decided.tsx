import type { AccessRequest, ApproverActivity, Decision } from '@/lib/request';
import { durationWords } from '@/lib/words/duration';
import { approverName } from '@/lib/words/people';
import { PersonLink } from '../people/PersonLink';
import { LogText } from '../ui/LogText';
import { Time } from '../ui/Time';
import { Activity } from './Activity';
import { Quote } from './Quote';
import { RecordLink } from './RecordLink';
import { Section } from './Section';
import { withoutDecision } from './withoutDecision';

/**
 * Every decision with its author, in time order; each text stays with the person who wrote it. What else the
 * approvers did comes with the whole story, later than the row.
 */
export function Decided({
  request,
  approvers = [],
}: {
  request: AccessRequest;
  approvers: readonly ApproverActivity[] | undefined;
}) {
  const { decisions, timeToApproveSeconds: took } = request;
  return (
    <Section
      title={
        decisions.length > 1 ? `Who decided, and why (${decisions.length} stages)` : 'Who decided, and why'
      }
    >
      {decisions.length === 0 ? <NoDecision request={request} /> : null}
      <ol className="grid gap-3">
        {decisions.map((decision, place) => (
          <li key={decision.record}>
            <OneDecision decision={decision} activity={activityOf(approvers, decisions, place)} />
          </li>
        ))}
      </ol>
      {took === null ? null : <p className="mt-2">Time to approve: {durationWords(took)}</p>}
    </Section>
  );
}

function NoDecision({ request }: { request: AccessRequest }) {
  const [who, how] = withoutDecision(request);
  return (
    <p className="border-control border-s-2 ps-3">
      <i className="text-ink-3">{who}</i>: {how}
    </p>
  );
}

/** What an approver's activity says holds up to the last of their decisions, so it stands there. */
function activityOf(
  approvers: readonly ApproverActivity[],
  decisions: readonly Decision[],
  place: number,
): ApproverActivity | undefined {
  const idAt = (at: number) => decisions[at]?.approverId?.toLowerCase();
  if (decisions.some((_, later) => later > place && idAt(later) === idAt(place))) return undefined;
  return approvers.find(({ approverId }) => approverId.toLowerCase() === idAt(place));
}

function OneDecision({ decision, activity }: { decision: Decision; activity: ApproverActivity | undefined }) {
  const name = approverName(decision);
  return (
    <Quote justification={decision.justification} further={decision.furtherJustifications}>
      <p className="break-words">
        {decision.verdict} by{' '}
        {name === null ? (
          <i className="text-ink-3">someone not in the data</i>
        ) : (
          <PersonLink id={decision.approverId} name={name} as="decided" />
        )}
        {decision.approverName === null || decision.approverName === name ? null : (
          <>
            {' '}
            (<LogText text={decision.approverName} />)
          </>
        )}
      </p>
      <p>
        <RecordLink record={decision.record}>
          <Time at={decision.at} exact />
        </RecordLink>
        {decision.ip === null ? null : (
          <>
            {' '}
            from <LogText text={decision.ip} />
          </>
        )}
      </p>
      {activity === undefined ? null : <Activity activity={activity} decidedAt={decision.at} />}
    </Quote>
  );
}
