'use client';

import type { AccessRequest } from '@/lib/request';
import { Time } from '../ui/Time';
import { isPlainClick } from '../view/ViewLink';
import { OutcomeWord } from './OutcomeWord';
import type { RowLinks } from './rowLinks';

/**
 * When it was asked, as the link that opens the request; without the request record, its first record. The outcome
 * stands here where the table has no room for its column.
 */
export function RequestedTime({
  request,
  links,
  withOutcome,
}: {
  request: AccessRequest;
  links: RowLinks;
  withOutcome: boolean;
}) {
  const at = request.requestedAt ?? request.firstRecordAt;
  return (
    <>
      <a
        href={links.addressOf(request)}
        className="open-request"
        aria-current={links.isOpen(request) ? 'true' : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          links.open(request);
        }}
      >
        <Time at={at} />
      </a>
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
