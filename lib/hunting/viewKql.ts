import 'server-only';
import type { KqlAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import type { Asked } from '../handle';
import type { Inbound } from '../inbound';
import { huntingQueryOver, type Query } from '../source/kql/queries';
import { type RecordSpan, recordsOfRequestsQuery, recordsOfSpanQuery } from '../source/kql/requestRecords';
import { oneRequest } from '../store/oneRequest';
import { type RecordsBehind, recordsBehind, requestsBehind, type Spans } from '../store/recordsBehind';
import { inLogs } from './inLogs';
import { aboutIds, aboutSpan } from './kqlSentences';

/** The most requests whose ids go into a query; its link has about 10,000 characters then. */
const mostIds = 150;

/** The query that gets the records behind the requests of a view, and the published one over the same time. */
export async function kqlOfView({ inbound, clauses, scope }: Asked): Promise<KqlAnswer> {
  const behind = await requestsBehind(inbound.store, clauses);
  const hunting = huntingOver(inbound, behind, clauses);
  const answer = {
    requests: behind?.requests ?? 0,
    huntingQuery: hunting && inLogs(inbound, scope, hunting),
  };
  if (behind === null)
    return {
      ...answer,
      records: null,
      exact: true,
      about: 'No request matches, so there is no record to get.',
    };
  if (behind.requests > mostIds) {
    const { said, ...of } = narrowedBy(clauses);
    return {
      ...answer,
      records: inLogs(inbound, scope, recordsOfSpanQuery(spanOf(inbound, behind), of)),
      exact: false,
      about: aboutSpan(behind.requests, clauses, said),
    };
  }
  const found = await recordsBehind(inbound.store, clauses);
  return { ...answer, ...byIds(inbound, scope, behind.requests, found) };
}

/** The same for one request. Throws as `oneRequest` does. */
export async function kqlOfRequest(
  { inbound, scope }: Asked,
  id: string,
  tenant: string | null,
): Promise<KqlAnswer> {
  const request = await oneRequest(inbound.store, scope, id, tenant);
  const found = await recordsBehind(inbound.store, scope, request);
  const hunting = huntingOver(inbound, found, []);
  return {
    requests: 1,
    ...byIds(inbound, scope, 1, found),
    huntingQuery: hunting && inLogs(inbound, scope, hunting),
  };
}

function byIds(inbound: Inbound, scope: readonly Clause[], requests: number, found: RecordsBehind) {
  return {
    records: inLogs(inbound, scope, recordsOfRequestsQuery(spanOf(inbound, found), found)),
    exact: found.others === 0,
    about: aboutIds(requests, found),
  };
}

/** `TimeGenerated` is a workspace's own; what was read from a file can have another there. */
function spanOf({ live }: Inbound, { generated, happened }: Spans): RecordSpan {
  return live === null ? { by: 'ActivityDateTime', ...happened } : { by: 'TimeGenerated', ...generated };
}

/** The time of request that the view is for, and the records' own where it leaves an end open; null without any. */
function huntingOver(inbound: Inbound, behind: Spans | null, clauses: readonly Clause[]): Query | null {
  const records = behind && spanOf(inbound, behind);
  const time = clauses.find((clause) => clause.kind === 'time-range' && clause.of === 'requested');
  const bounds = time?.kind === 'time-range' ? time : { from: null, to: null };
  const from = bounds.from ?? records?.from;
  const to = bounds.to ?? (records && new Date(Date.parse(records.to) + 1).toISOString());
  return from && to ? huntingQueryOver({ from, to }) : null;
}

/** Which of the clauses the records themselves tell: the ids of packages and of requestors. */
function narrowedBy(clauses: readonly Clause[]) {
  const picked = (field: 'package' | 'requestor') =>
    clauses.flatMap((clause) =>
      clause.kind === 'any-of' && clause.field === field && !clause.not && clause.texts.length === 0
        ? [clause.ids]
        : [],
    );
  const [packageIds = []] = picked('package');
  const [requestorIds = []] = picked('requestor');
  return {
    packageIds,
    requestorIds,
    said: [
      ...(packageIds.length > 0 ? (['package'] as const) : []),
      ...(requestorIds.length > 0 ? (['requestor'] as const) : []),
    ],
  };
}
