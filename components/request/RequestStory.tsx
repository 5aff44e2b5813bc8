'use client';

import type { ReactNode } from 'react';
import type { AccessRequest, RequestDetail } from '@/lib/request';
import { requestSentence } from '@/lib/words/sentence';
import { timeWords } from '@/lib/words/time';
import { LogText } from '../ui/LogText';
import { useZone } from '../view/Zone';
import { Asked } from './Asked';
import { Bracket } from './Bracket';
import { Decided } from './Decided';
import { FilterButtons } from './FilterButtons';
import { Findings } from './Findings';
import { Identity } from './Identity';
import { InEntra } from './InEntra';
import { InSentinel } from './InSentinel';
import { RawRecords } from './RawRecords';
import { ReachedAccess } from './ReachedAccess';
import { SameReason } from './SameReason';
import { Section } from './Section';
import { Sources } from './Sources';
import { Timeline } from './Timeline';
import { Warnings } from './Warnings';

/**
 * One request with its whole story. The row is enough for the people and the reasons; the timeline and the
 * records come with `detail`, and `waiting` stands in their place until then.
 */
export function RequestStory({
  request,
  detail,
  waiting,
}: {
  request: AccessRequest;
  detail: RequestDetail | undefined;
  waiting: ReactNode;
}) {
  const { timeZone, now } = useZone();
  return (
    <article>
      <Identity request={request} />
      <p className="mt-3 break-words">
        <LogText text={requestSentence(request, (instant) => timeWords(instant, timeZone, now))} />
      </p>
      {detail === undefined ? null : <Findings detail={detail} />}
      <Asked request={request} />
      <Decided request={request} approvers={detail?.approvers} />
      <Section title="What happened">
        {detail === undefined ? waiting : <Timeline entries={detail.timeline} request={request} />}
      </Section>
      {detail === undefined ? null : (
        <>
          <Bracket detail={detail} />
          <ReachedAccess detail={detail} />
          <SameReason detail={detail} />
        </>
      )}
      <Warnings warnings={request.warnings} />
      <FilterButtons request={request} />
      <InSentinel request={request} />
      <InEntra request={request} />
      <Sources sources={request.sources} />
      {detail === undefined ? null : (
        <>
          <RawRecords heading="Raw records" records={detail.records} />
          <RawRecords heading="Raw records of other things" records={detail.evidence} />
        </>
      )}
    </article>
  );
}
