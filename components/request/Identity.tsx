'use client';

import type { AccessRequest } from '@/lib/request';
import { CopyButton } from '../ui/CopyButton';
import { LogText } from '../ui/LogText';
import { Time } from '../ui/Time';
import { useZone } from '../view/Zone';

/** Which request this is: its id, its time, its policy, and the present names of what was renamed. */
export function Identity({ request }: { request: AccessRequest }) {
  const { timeZone } = useZone();
  const { latest, policy, requestId, requestedAt, firstRecordAt } = request;
  return (
    <div className="text-ink-2 text-small">
      {latest.package === null ? null : (
        <p>
          now called <LogText text={latest.package} />
        </p>
      )}
      <p className="flex items-center gap-1 font-mono">
        <span className="min-w-0 break-all">
          <LogText text={requestId} />
        </span>
        <CopyButton text={() => requestId} label="Copy request id" className="icon-button -my-1 shrink-0" />
      </p>
      <p className="break-words">
        <Time at={requestedAt ?? firstRecordAt} exact /> {timeZone}
        {requestedAt === null ? ', first record' : null}
        {policy === null ? null : (
          <>
            {' · policy '}
            <LogText text={policy} />
          </>
        )}
        {latest.policy === null ? null : (
          <>
            , now <LogText text={latest.policy} />
          </>
        )}
      </p>
    </div>
  );
}
