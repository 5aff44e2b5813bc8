import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '@/lib/audit/operations';
import { huntingQueryText } from './huntingQuery';
import { parameters, type Value } from './quote';

/** A KQL text, and the timespan that the service cuts every table to before the text sees it. */
export interface Query {
  text: string;
  /** Whole milliseconds, no narrower than the text's own bounds. */
  timespan: { startTime: Date; endTime: Date };
}

/** Bounds as UTC ISO 8601, `from <= t < to`; null leaves one open. */
export interface RecordBounds {
  generatedFrom: string | null;
  generatedTo: string | null;
  ingestedFrom: string | null;
  ingestedTo: string | null;
}

const dayMs = 86_400_000;
/** Days before the bounds in which a request is looked for whose CorrelationId another service's record carries. */
const correlationDays = 30;
const categoryDays = 30;

/** Our records within the bounds, with what other services wrote under a request's CorrelationId. */
export function recordsQuery(bounds: RecordBounds): Query {
  const { generatedFrom, generatedTo, ingestedFrom, ingestedTo } = bounds;
  return {
    text: textOf('records.kql', {
      generatedFrom: { instant: generatedFrom },
      generatedTo: { instant: generatedTo },
      ingestedFrom: { instant: ingestedFrom },
      ingestedTo: { instant: ingestedTo },
    }),
    timespan: timespanOf(generatedFrom, generatedTo, correlationDays),
  };
}

/** What the workspace holds: our records in the window, and all categories in the 30 days up to its end. */
export function surveyQuery({ from, to }: { from: string; to: string }): Query {
  const categoriesFrom = new Date(Date.parse(to) - categoryDays * dayMs).toISOString();
  return {
    text: textOf('survey.kql', {
      generatedFrom: { instant: from },
      generatedTo: { instant: to },
      categoriesFrom: { instant: categoriesFrom },
    }),
    timespan: timespanOf(from < categoriesFrom ? from : categoriesFrom, to),
  };
}

/** How many of our records each day of the window has, among those ingested no later than `ingestedTo`. */
export function countsByDayQuery(window: { from: string; to: string; ingestedTo: string }): Query {
  return {
    text: textOf('counts-by-day.kql', {
      generatedFrom: { instant: window.from },
      generatedTo: { instant: window.to },
      ingestedTo: { instant: window.ingestedTo },
    }),
    timespan: timespanOf(window.from, window.to),
  };
}

/** The published query, its text as it is: the timespan alone bounds its three reads. */
export function huntingQueryOver(range: { from: string | null; to: string | null }): Query {
  return { text: huntingQueryText(), timespan: timespanOf(range.from, range.to) };
}

/** The records behind the published query that are there more than once under one `Id`, over the same timespan. */
export function repeatedIdsOver(range: { from: string | null; to: string | null }): Query {
  return { text: fileText('repeated-ids.kql'), timespan: timespanOf(range.from, range.to) };
}

function textOf(file: string, values: Record<string, Value>): string {
  return [isOursText(values), fileText(file)].join('');
}

/** The parameters, and what tells a record that is ours. */
export function isOursText(values: Record<string, Value>): string {
  const names = (service: 'entitlement' | 'approval') =>
    operations.filter((operation) => operation.service === service).map(({ name }) => name);
  return [
    parameters({ ...values, entitlementNames: names('entitlement'), approvalNames: names('approval') }),
    fileText('is-ours.kql'),
  ].join('');
}

export function fileText(name: string): string {
  return readFileSync(join(process.cwd(), 'lib/source/kql', name), 'utf8');
}

/** Bounds of a timespan that has none; the client cannot leave it out. */
const earliest = Date.UTC(1900, 0);
const latest = Date.UTC(2200, 0);

/** The bounds to the millisecond that holds them. */
export function timespanOf(from: string | null, to: string | null, daysBefore = 0): Query['timespan'] {
  const start = from === null ? earliest : Date.parse(from) - daysBefore * dayMs;
  const end = to === null ? latest : Date.parse(to) + (isFinerThanMilliseconds(to) ? 1 : 0);
  return { startTime: new Date(start), endTime: new Date(end) };
}

function isFinerThanMilliseconds(instant: string): boolean {
  return /\.\d{3}\d*[1-9]/.test(instant);
}
