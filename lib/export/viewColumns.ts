import type { ColumnId } from '../filter/columns';
import { valueWords } from '../filter/fields';
import type { AccessRequest } from '../request';
import { checkWords } from '../words/checks';
import { approverName, requestorName, targetName } from '../words/people';
import type { Column } from './column';

/** What a column of the page says, in the page's words; where a cell says several things, a column for each. */
const shown: Record<ColumnId, Column[]> = {
  requested: [
    { name: 'Requested (UTC)', value: ({ requestedAt }) => requestedAt },
    { name: 'First record (UTC)', value: ({ firstRecordAt }) => firstRecordAt },
  ],
  package: [{ name: 'Package', value: (request) => request.package ?? request.packageId }],
  people: [
    { name: 'Asked by', value: requestorName },
    { name: 'Asked for', value: targetName },
  ],
  reason: [
    { name: 'Reason given', value: ({ requestorJustification }) => requestorJustification.text },
    {
      name: 'State of the reason',
      value: ({ requestorJustification: { state } }) => valueWords('requestorReason', state),
    },
  ],
  decision: [
    { name: 'Stages decided', value: ({ decisions }) => decisions.length },
    { name: 'Decision', value: (request) => last(request)?.verdict ?? null },
    { name: 'Decided by', value: (request) => nameOf(last(request)) },
    { name: 'Approver’s reason', value: (request) => last(request)?.justification.text ?? null },
    { name: 'State of the approver’s reason', value: (request) => stateOf(last(request)) },
  ],
  took: [{ name: 'Took (seconds)', value: ({ timeToApproveSeconds }) => timeToApproveSeconds }],
  outcome: [{ name: 'Outcome', value: ({ outcome }) => valueWords('outcome', outcome) }, deliveryColumn()],
  policy: [{ name: 'Policy', value: ({ policy, policyId }) => policy ?? policyId }],
  delivery: [deliveryColumn()],
  kind: [{ name: 'Kind', value: ({ kind }) => valueWords('kind', kind) }],
  checks: [
    {
      name: 'Checks',
      value: ({ checks }) =>
        checks?.map(({ id, strength }) => `${checkWords[id].title} (${strength})`).join('; ') ?? null,
    },
  ],
  client: [{ name: 'Client', value: ({ client }) => valueWords('client', client) }],
  decided: [{ name: 'Decided (UTC)', value: ({ decidedAt }) => decidedAt }],
};

/** Which request a row is; on the page, its link says so. */
const identity: Column[] = [
  { name: 'Request id', value: ({ requestId }) => requestId },
  { name: 'Tenant', value: ({ tenant }) => tenant },
];

/** The columns of the page as a table, in its order. The page always shows the time of the request. */
export function viewColumns(ids: readonly ColumnId[]): Column[] {
  const present = ids.includes('requested') ? ids : (['requested', ...ids] as const);
  const all = [...present.flatMap((id) => shown[id]), ...identity];
  return all.filter(({ name }, place) => all.findIndex((column) => column.name === name) === place);
}

function deliveryColumn(): Column {
  return {
    name: 'Delivery',
    value: ({ delivery }) => (delivery === null ? null : valueWords('delivery', delivery)),
  };
}

function last({ decisions }: AccessRequest) {
  return decisions.at(-1);
}

type Decision = AccessRequest['decisions'][number];

function nameOf(decision: Decision | undefined): string | null {
  return decision === undefined ? null : approverName(decision);
}

function stateOf(decision: Decision | undefined): string | null {
  return decision === undefined ? null : valueWords('approverReason', decision.justification.state);
}
