'use client';

import { memo, type ReactNode } from 'react';
import { setValues } from '@/lib/filter/edit';
import { worthALook } from '@/lib/filter/fields';
import type { ListFieldName } from '@/lib/filter/filter';
import type { Facet, SummaryAnswer } from '@/lib/summary';
import { countWords, shareWords } from '@/lib/words/count';
import { durationWords, exactDurationWords } from '@/lib/words/duration';
import { useView } from '../view/useView';
import { noHumanOutcomes } from './OutcomeWord';

/** The numbers over everything that matches; those that are a filter are buttons that set it and unset it. */
export const Headline = memo(function Headline({
  summary,
  stale,
}: {
  summary: SummaryAnswer | undefined;
  stale: boolean;
}) {
  const { requests, all, medianSeconds, medianOf } = summary ?? none;
  const ready = summary !== undefined;
  const baseline = summary?.took.baseline ?? null;
  const anyOutcome = totalOf(summary?.facets.outcome);
  const anyReason = totalOf(summary?.facets.requestorReason);
  return (
    <section
      aria-label="Summary"
      aria-busy={!ready || stale}
      className="fades flex flex-wrap gap-x-5 gap-y-2"
    >
      <Toggle
        label="Worth a look"
        count={summary?.worthALook}
        of={totalOf(summary?.facets.strength)}
        field="strength"
        values={worthALook}
        besides={uncheckedWords(summary?.unchecked ?? 0)}
      />
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
        beside={medianBeside(medianOf, baseline?.medianSeconds ?? null)}
      />
      <Toggle
        label="Approved by a person"
        count={summary?.approvedByPeople}
        of={anyOutcome}
        field="outcome"
        values={['approved']}
      />
      <Toggle
        label="No human decision"
        count={summary?.noHumanDecision}
        of={anyOutcome}
        field="outcome"
        values={noHumanOutcomes}
      />
      <Toggle label="Denied" count={summary?.denied} of={anyOutcome} field="outcome" values={['denied']} />
      <Toggle label="Pending" count={summary?.pending} of={anyOutcome} field="outcome" values={['pending']} />
      <Toggle
        label="No reason given"
        count={summary?.noReason}
        of={anyReason}
        field="requestorReason"
        values={['empty', 'absent']}
      />
    </section>
  );
});

/** Requests behind a facet of a field that each request has exactly one value of; null when not all are listed. */
function totalOf(facet: Facet | undefined): number | null {
  if (facet === undefined || facet.more > 0) return null;
  return facet.values.reduce((sum, { requests }) => sum + requests, 0);
}

function medianBeside(of: number, baseline: number | null): string {
  const own = `of ${countWords(of)}`;
  return baseline === null ? own : `${own}, baseline ${durationWords(baseline)}`;
}

/** What the number of what is worth a look cannot tell yet. */
function uncheckedWords(unchecked: number): string | null {
  return unchecked === 0 ? null : `${countWords(unchecked)} not checked yet`;
}

const none = { requests: 0, all: 0, medianSeconds: null, medianOf: 0 };

function Figure({ label, number, beside }: { label: string; number: ReactNode; beside: string }) {
  return (
    <div className="py-1 md:min-w-36">
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
  of,
  field,
  values,
  besides = null,
}: {
  label: string;
  count: number | undefined;
  /** What the number is a share of: everything that matches but for this field's choices. */
  of: number | null;
  field: ListFieldName;
  values: readonly string[];
  /** What else is to be said of the number. */
  besides?: string | null;
}) {
  const { view, narrow } = useView();
  const { is } = view.filter[field];
  const pressed = is.length === values.length && values.every((value) => is.includes(value));
  const toggle = () => narrow((filter) => setValues(filter, field, false, pressed ? [] : values));
  const share = count === undefined || of === null ? null : shareWords(count, of);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={toggle}
      className="-mx-2 rounded-control px-2 py-1 text-start md:min-w-24 hover:bg-hover aria-pressed:bg-selected"
    >
      <span className="block text-ink-2 text-small underline decoration-dotted underline-offset-2">
        {label}
      </span>
      <span className="num block text-display">
        {count === undefined ? '…' : countWords(count)}{' '}
        {share === null ? null : <span className="font-normal text-ink-2 text-small">{share}</span>}{' '}
        {besides === null ? null : <span className="font-normal text-medium text-small">{besides}</span>}
      </span>
    </button>
  );
}
