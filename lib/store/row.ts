import type { AccessRequest } from '../request';
import { marksIn } from './marks';

/** The fields whose audit records are named, in the order in which their keys are kept. */
const sourced = [
  'requestedAt',
  'requestor',
  'package',
  'policy',
  'target',
  'outcome',
  'decidedAt',
  'delivery',
  'recordDeletedAt',
  'answersEditedAt',
  'endedAt',
] as const;

/** What the fold knows of a request in the wire shape; its checks, and what lies beside the row, come later. */
export type Kept = Omit<AccessRequest, 'checks' | 'latest' | 'sources'> & {
  removedRecord: string | null;
  sourceKeys: (string | null)[];
};

/**
 * Where each value comes from among the columns of `requests`. A request is also kept as one text: to fetch sixty
 * columns of a hundred rows that lie apart takes DuckDB ten times as long as to fetch one.
 */
const kept: { [F in keyof Kept]: string } = {
  requestId: 'request_id',
  tenant: 'tenant',
  kind: 'kind',
  outcome: 'outcome',
  delivery: 'delivery',
  package: 'package',
  packageId: 'package_id',
  policy: 'policy',
  policyId: 'policy_id',
  requestor: 'requestor',
  requestorId: 'requestor_id',
  requestorName: 'requestor_name',
  requestorIp: 'requestor_ip',
  target: 'target',
  targetId: 'target_id',
  targetName: 'target_name',
  userType: 'user_type',
  requestorJustification: 'struct_pack(state := reason_state, text := reason)',
  furtherJustifications: 'further_reasons',
  requestedAt: 'requested_text',
  decidedAt: 'decided_text',
  timeToApproveSeconds: 'took',
  decisions: 'decisions',
  firstRecordAt: 'first_text',
  lastRecordAt: 'last_text',
  endedAt: 'ended_text',
  removedAt: 'own_removed_text',
  removedRecord: 'own_removed_record',
  recordDeletedAt: 'deleted_text',
  recordDeletedBy: 'deleted_by',
  answersEditedAt: 'edited_text',
  answersEditedBy: 'edited_by',
  correlationId: 'correlation_id',
  warnings: 'warnings',
  client: 'client',
  sourceKeys: `[${sourced.map((field) => `sources."${field}"`).join(', ')}]`,
};

const fields = Object.keys(kept);

/** SQL for the text of a row with the columns of `requests`: a list of its values in the order of `kept`. */
export const rowText = `json_array(${Object.values(kept).join(', ')})::VARCHAR`;

/** What lies beside a row: its marks, its removal as other records tell it, and the names of today. */
export interface Beside {
  marks: number | null;
  removedAt: string | null;
  removedRecord: string | null;
  packageNow: string | null;
  policyNow: string | null;
  requestorNow: string | null;
  targetNow: string | null;
}

/** What a row's text says. */
export function keptIn(text: string): Kept {
  const values: unknown[] = JSON.parse(text);
  return Object.fromEntries(fields.map((field, place): unknown[] => [field, values[place]]));
}

/** One request in the wire shape, from its row and what lies beside it. A removal also ends it. */
export function requestOf(kept: Kept, beside: Beside): AccessRequest {
  const { removedRecord: ownRemovedRecord, sourceKeys, ...request } = kept;
  const removedAt = beside.removedAt ?? request.removedAt;
  const removedRecord = beside.removedRecord ?? ownRemovedRecord;
  const sources = Object.fromEntries(sourced.map((field, place) => [field, sourceKeys[place] ?? null]));
  const target = request.target ?? beside.targetNow;
  return {
    ...request,
    target,
    endedAt: request.endedAt ?? removedAt,
    removedAt,
    latest: {
      package: unless(beside.packageNow, request.package),
      policy: unless(beside.policyNow, request.policy),
      requestor: unless(beside.requestorNow, request.requestor),
      target: unless(beside.targetNow, target),
    },
    sources: { ...sources, endedAt: sources.endedAt ?? removedRecord, removedAt: removedRecord },
    checks: marksIn(beside.marks),
  };
}

/** A name of today, where it is another than the one at the time. */
function unless(now: string | null, then: string | null): string | null {
  return now === then ? null : now;
}
