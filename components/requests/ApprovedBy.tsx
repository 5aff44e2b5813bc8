import type { AccessRequest, Decision } from '@/lib/request';
import { approverName } from '@/lib/words/people';
import { withoutDecision } from '../request/withoutDecision';
import { Person } from '../ui/Person';
import { Reason } from '../ui/Reason';

/** Who decided, and why: the last decision on two lines, and how many stages came before it. */
export function ApprovedBy({ request }: { request: AccessRequest }) {
  const last = request.decisions.at(-1);
  if (last === undefined) {
    const [who, how] = withoutDecision(request);
    return (
      <>
        <i className="block text-ink-3">{who}</i>
        <span className="second-line">{how}</span>
      </>
    );
  }
  return (
    <>
      <Approver decision={last} />
      <span className="reason text-ink-2 text-small">
        <Remarks request={request} last={last} />
        <Reason justification={last.justification} />
      </span>
    </>
  );
}

function Approver({ decision }: { decision: Decision }) {
  const name = approverName(decision);
  return name === null ? <i className="block text-ink-3">Not in the data</i> : <Person name={name} />;
}

/** That it was a denial, and how many stages came before it; the drawer has them all. */
function Remarks({ request, last }: { request: AccessRequest; last: Decision }) {
  const earlier = request.decisions.length - 1;
  const remarks = [
    ...(last.verdict === 'denied' ? ['denied'] : []),
    ...(earlier > 0 ? [`+${earlier} more ${earlier === 1 ? 'stage' : 'stages'}`] : []),
  ];
  return remarks.map((remark) => (
    <span key={remark} className="text-ink-3">
      {remark} ·{' '}
    </span>
  ));
}
