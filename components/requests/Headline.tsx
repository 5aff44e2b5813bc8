'use client';

import type { ReactNode } from 'react';
import type { SummaryAnswer } from '@/lib/answers';
import { setValues } from '@/lib/filter/edit';
import type { ListFieldName } from '@/lib/filter/filter';
import { countWords } from '@/lib/words/count';
import { durationWords, exactDurationWords } from '@/lib/words/duration';
import { useView } from '../view/useView';
import { noHumanOutcomes } from './OutcomeWord';

/** The numbers over everything that matches; those that are a filter are buttons that set it and unset it. */
export function Headline({ summary, stale }: { summary: SummaryAnswer | undefined; stale: boolean }) {
  const { requests, all, medianSeconds, medianOf } = summary ?? none;
  const ready = summary !== undefined;
  return (
    <section
      aria-label="Summary"
      aria-busy={!ready || stale}
      className={`my-3 flex flex-wrap gap-x-5 gap-y-2 ${stale ? 'opacity-60' : ''}`}
    >
      <Figure label="Requests" number={ready ? countWords(requests) : '…'} beside={`of ${countWords(all)}`} />
      <Figure
        label="Median time to approve"
        number={
          medianSeconds === null ? (
            <span className="text-body text-ink-3">{ready ? 'too few' : '…'}</span>
          ) : (
            <span title={exactDurationWords(medianSeconds)}>{durationWords(medianSeconds)}</span>
          )
        }
        beside={`of ${countWords(medianOf)}`}
      />
      <Toggle
        label="Approved by a person"
        count={summary?.approvedByPeople}
        field="outcome"
        values={['approved']}
      />
      <Toggle
        label="No human decision"
        count={summary?.noHumanDecision}
        field="outcome"
        values={noHumanOutcomes}
      />
      <Toggle label="Denied" count={summary?.denied} field="outcome" values={['denied']} />
      <Toggle label="Pending" count={summary?.pending} field="outcome" values={['pending']} />
      <Toggle
        label="No reason given"
        count={summary?.noReason}
        field="requestorReason"
        values={['empty', 'absent']}
      />
    </section>
  );
}

const none = { requests: 0, all: 0, medianSeconds: null, medianOf: 0 };

function Figure({ label, number, beside }: { label: string; number: ReactNode; beside: string }) {
  return (
    <div className="py-1">
      <div className="text-ink-2 text-small">{label}</div>
      <div className="num text-display">
        {number} <span className="font-normal text-ink-2 text-small">{beside}</span>
      </div>
    </div>
  );
}

/** A number that is a filter: pressed while exactly its values are chosen. */
function Toggle({
  label,
  count,
  field,
  values,
}: {
  label: string;
  count: number | undefined;
  field: ListFieldName;
  values: readonly string[];
}) {
  const { view, narrow } = useView();
  const { is } = view.filter[field];
  const pressed = is.length === values.length && values.every((value) => is.includes(value));
  const toggle = () => narrow((filter) => setValues(filter, field, false, pressed ? [] : values));
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={toggle}
      className="-mx-2 rounded-control px-2 py-1 text-start hover:bg-hover aria-pressed:bg-selected"
    >
      <span className="block text-ink-2 text-small underline decoration-dotted underline-offset-2">
        {label}
      </span>
      <span className="num block text-display">{count === undefined ? '…' : countWords(count)}</span>
    </button>
  );
}
