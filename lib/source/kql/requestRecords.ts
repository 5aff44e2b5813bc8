import 'server-only';
import { fileText, isOursText, type Query, timespanOf } from './queries';
import { parameters } from './quote';

/**
 * The span of the records behind requests, both ends in it, UTC ISO 8601. `by` is the column whose values are known:
 * a record that was read from a file can have another `TimeGenerated` in a workspace, never an earlier one.
 */
export interface RecordSpan {
  by: 'TimeGenerated' | 'ActivityDateTime';
  from: string;
  to: string;
}

/** The bounds of `TimeGenerated` are in the text, so that the portal's own time range cuts nothing. */
const spans: Record<RecordSpan['by'], string> = {
  TimeGenerated: '    | where TimeGenerated between (firstAt .. lastAt);\n',
  ActivityDateTime:
    '    | where TimeGenerated >= firstAt and coalesce(ActivityDateTime, TimeGenerated) between (firstAt .. lastAt);\n',
};

/** The records that name one of the requests, or that carry one of the CorrelationIds. */
export function recordsOfRequestsQuery(
  span: RecordSpan,
  { requestIds, correlationIds }: { requestIds: readonly string[]; correlationIds: readonly string[] },
): Query {
  return {
    text: [
      parameters({
        firstAt: { instant: span.from },
        lastAt: { instant: span.to },
        requestIds,
        correlationIds,
      }),
      inSpan(span),
      fileText('records-of-requests.kql'),
    ].join(''),
    timespan: timespan(span),
  };
}

/** The records of all requests of the span; a list of packages or requestors that is empty narrows nothing. */
export function recordsOfSpanQuery(
  span: RecordSpan,
  { packageIds, requestorIds }: { packageIds: readonly string[]; requestorIds: readonly string[] },
): Query {
  return {
    text: [
      isOursText({ firstAt: { instant: span.from }, lastAt: { instant: span.to }, packageIds, requestorIds }),
      inSpan(span),
      fileText('records-of-span.kql'),
    ].join(''),
    timespan: timespan(span),
  };
}

function inSpan({ by }: RecordSpan): string {
  return `let inSpan = AuditLogs\n${spans[by]}`;
}

function timespan({ by, from, to }: RecordSpan): Query['timespan'] {
  const { startTime, endTime } = timespanOf(from, by === 'TimeGenerated' ? to : null);
  return { startTime, endTime: new Date(endTime.getTime() + 1) };
}
