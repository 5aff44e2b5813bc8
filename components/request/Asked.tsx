import type { AccessRequest } from '@/lib/request';
import { isForSelf, requestorName, targetName } from '@/lib/words/people';
import { LogText } from '../ui/LogText';
import { Quote } from './Quote';
import { Section } from './Section';

/** Who asked, for whom, from where, and why. */
export function Asked({ request }: { request: AccessRequest }) {
  const { requestorIp, userType, kind } = request;
  return (
    <Section title="Who asked, and why">
      <Quote justification={request.requestorJustification} further={request.furtherJustifications}>
        <p>
          <Named
            name={requestorName(request)}
            otherwise="the requestor is not in the data"
            shown={request.requestorName}
            now={request.latest.requestor}
          />
        </p>
        {kind === 'direct' ? <p>assigned by an administrator, not asked for</p> : null}
        <p>
          {isForSelf(request) ? (
            'for self'
          ) : (
            <>
              for{' '}
              <Named
                name={targetName(request)}
                otherwise="someone not in the data"
                shown={request.targetName}
                now={request.latest.target}
              />
            </>
          )}
          {userType === 'guest' ? ' · guest' : userType === 'member' ? ' · member' : null}
        </p>
        {requestorIp === null ? null : (
          <p>
            from <LogText text={requestorIp} />
          </p>
        )}
      </Quote>
    </Section>
  );
}

/** A name in full, with the display name beside it and the present name where it has changed. */
function Named({
  name,
  otherwise,
  shown,
  now,
}: {
  name: string | null;
  otherwise: string;
  shown: string | null;
  now: string | null;
}) {
  if (name === null) return <i className="text-ink-3">{otherwise}</i>;
  return (
    <span className="break-words">
      <span className="text-ink">
        <LogText text={name} />
      </span>
      {shown === null || shown === name ? null : (
        <>
          {' '}
          (<LogText text={shown} />)
        </>
      )}
      {now === null ? null : (
        <>
          , now <LogText text={now} />
        </>
      )}
    </span>
  );
}
