'use client';

import Link from 'next/link';
import { setTime } from '@/lib/filter/edit';
import { hoursBefore } from '@/lib/filter/instant';
import type { ApproverActivity } from '@/lib/request';
import { activityWords } from '@/lib/words/activity';
import { pageAddress } from '../view/pageAddress';
import { useView } from '../view/useView';

const thirtyDays = 30 * 24;
const oneSecond = 1 / 3600;

/** What else an approver did in the 30 days up to a decision (UTC ISO 8601), leading to their page for these days. */
export function Activity({ activity, decidedAt }: { activity: ApproverActivity; decidedAt: string }) {
  const { view } = useView();
  const { decisions, usually } = activityWords(activity);
  const span = {
    kind: 'absolute',
    from: hoursBefore(decidedAt, thirtyDays),
    to: hoursBefore(decidedAt, -oneSecond),
  } as const;
  const theseDays = { ...view, filter: setTime(view.filter, { of: 'decided', span }) };
  const address = pageAddress('people', activity.approverId, theseDays, 'decided');
  return (
    <p>
      {address === null ? (
        decisions
      ) : (
        <Link
          className="link"
          href={address}
          title="Everything they decided in the 30 days up to this decision"
        >
          {decisions}
        </Link>
      )}{' '}
      · {usually}
    </p>
  );
}
