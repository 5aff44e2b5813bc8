'use client';

import type { AccessRequest } from '@/lib/request';
import { Time } from '../ui/Time';
import { useView } from '../view/useView';
import { ViewLink } from '../view/ViewLink';
import { OutcomeWord } from './OutcomeWord';
import { isOpen, openRequest } from './openRequest';

/**
 * When it was asked, as the link that opens the request; without the request record, its first record. The outcome
 * stands here where the table has no room for its column.
 */
export function RequestedTime({
  request,
  severalTenants,
  withOutcome,
}: {
  request: AccessRequest;
  severalTenants: boolean;
  withOutcome: boolean;
}) {
  const { view } = useView();
  const at = request.requestedAt ?? request.firstRecordAt;
  return (
    <>
      <ViewLink
        to={(present) => ({ ...present, open: openRequest(request, severalTenants) })}
        className="open-request"
        aria-current={isOpen(view.open, request) ? 'true' : undefined}
      >
        <Time at={at} />
      </ViewLink>
      {request.requestedAt === null ? (
        <i className="second-line" title="The request record is not in the data; this is its first record.">
          first record
        </i>
      ) : null}
      {withOutcome ? (
        <span className="outcome-in-place">
          <OutcomeWord request={request} />
        </span>
      ) : null}
    </>
  );
}
