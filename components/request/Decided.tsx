import type { AccessRequest, Decision } from '@/lib/request';
import { durationWords } from '@/lib/words/duration';
import { approverName } from '@/lib/words/people';
import { LogText } from '../ui/LogText';
import { Time } from '../ui/Time';
import { Quote } from './Quote';
import { RecordLink } from './RecordLink';
import { Section } from './Section';
import { withoutDecision } from './withoutDecision';

/** Every decision with its author, in time order; each text stays with the person who wrote it. */
export function Decided({ request }: { request: AccessRequest }) {
  const { decisions, timeToApproveSeconds: took } = request;
  return (
    <Section
      title={
        decisions.length > 1 ? `Who decided, and why (${decisions.length} stages)` : 'Who decided, and why'
      }
    >
      {decisions.length === 0 ? <NoDecision request={request} /> : null}
      <ol className="grid gap-3">
        {decisions.map((decision) => (
          <li key={decision.record}>
            <OneDecision decision={decision} />
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

function OneDecision({ decision }: { decision: Decision }) {
  const name = approverName(decision);
  return (
    <Quote justification={decision.justification} further={decision.furtherJustifications}>
      <p className="break-words">
        {decision.verdict} by{' '}
        {name === null ? (
          <i className="text-ink-3">someone not in the data</i>
        ) : (
          <span className="text-ink">
            <LogText text={name} />
          </span>
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
    </Quote>
  );
}
