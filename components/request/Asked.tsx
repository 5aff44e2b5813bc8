import type { Role } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { isForSelf, requestorName, targetName } from '@/lib/words/people';
import { PersonLink } from '../people/PersonLink';
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
            as="asked"
            id={request.requestorId}
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
                as="received"
                id={request.targetId}
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

/** A name in full, leading to their page, with the display name beside it and the present name where it has changed. */
function Named({
  as,
  id,
  name,
  otherwise,
  shown,
  now,
}: {
  as: Role;
  id: string | null;
  name: string | null;
  otherwise: string;
  shown: string | null;
  now: string | null;
}) {
  if (name === null) return <i className="text-ink-3">{otherwise}</i>;
  return (
    <span className="break-words">
      <PersonLink id={id} name={name} as={as} />
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
