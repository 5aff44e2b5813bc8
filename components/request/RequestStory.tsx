'use client';

import type { ReactNode } from 'react';
import type { AccessRequest, RequestDetail } from '@/lib/request';
import { requestSentence } from '@/lib/words/sentence';
import { timeWords } from '@/lib/words/time';
import { LogText } from '../ui/LogText';
import { useZone } from '../view/Zone';
import { Asked } from './Asked';
import { Decided } from './Decided';
import { FilterButtons } from './FilterButtons';
import { Identity } from './Identity';
import { RawRecords } from './RawRecords';
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
      <Asked request={request} />
      <Decided request={request} approvers={detail?.approvers} />
      <Section title="What happened">
        {detail === undefined ? waiting : <Timeline entries={detail.timeline} />}
      </Section>
      <Warnings warnings={request.warnings} />
      <FilterButtons request={request} />
      <Sources sources={request.sources} />
      {detail === undefined ? null : <RawRecords records={detail.records} />}
    </article>
  );
}
