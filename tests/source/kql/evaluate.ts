import { operations } from '@/lib/audit/operations';

/** What the queries for the records of requests look at in a row of `AuditLogs`. */
export interface Row {
  Id: string;
  Category: string;
  OperationName: string;
  CorrelationId: string;
  actors: string[];
  targets: { type: string; id: string }[];
}

const lower = (texts: readonly string[]) => new Set(texts.map((text) => text.toLowerCase()));
const inAnyCase = (texts: ReadonlySet<string>, text: string) => texts.has(text.toLowerCase());
const namesOf = (service: string) =>
  lower(operations.flatMap((each) => (each.service === service ? [each.name] : [])));
const [entitlementNames, approvalNames] = [namesOf('entitlement'), namesOf('approval')];

/** The condition of `records-of-requests.kql`, said plainly; answers the `Id` of each row of the span that it keeps. */
export function idsOfRequests(
  rows: readonly Row[],
  { requestIds, correlationIds }: { requestIds: readonly string[]; correlationIds: readonly string[] },
): Set<string> {
  const [requests, correlations] = [lower(requestIds), lower(correlationIds)];
  return idsOf(
    rows.filter(
      (row) =>
        row.targets.some(({ id }) => inAnyCase(requests, id)) || inAnyCase(correlations, row.CorrelationId),
    ),
  );
}

/** The condition of `records-of-span.kql`, step by step. */
export function idsOfSpan(
  rows: readonly Row[],
  { packageIds, requestorIds }: { packageIds: readonly string[]; requestorIds: readonly string[] },
): Set<string> {
  const ours = rows.filter(isOurs);
  const requestsBehind = (marked: readonly Row[]) => {
    const [ids, correlations] = [idsOf(marked), correlationsOf(marked)];
    return new Set(
      ours
        .filter((row) => ids.has(row.Id) || inAnyCase(correlations, row.CorrelationId))
        .flatMap(({ targets }) => targets)
        .filter(({ type }) => type.toLowerCase() === 'accesspackageassignmentrequest')
        .map(({ id }) => id.toLowerCase()),
    );
  };
  const [packages, requestors] = [lower(packageIds), lower(requestorIds)];
  const ofPackages = requestsBehind(
    ours.filter(({ targets }) =>
      targets.some(({ type, id }) => type.toLowerCase() === 'accesspackage' && inAnyCase(packages, id)),
    ),
  );
  const ofRequestors = requestsBehind(
    ours.filter(({ actors }) => actors.some((id) => inAnyCase(requestors, id))),
  );
  const requests = new Set(
    [...requestsBehind(ours)].filter(
      (id) => (packages.size === 0 || ofPackages.has(id)) && (requestors.size === 0 || ofRequestors.has(id)),
    ),
  );
  const named = ours.filter(({ targets }) => targets.some(({ id }) => inAnyCase(requests, id)));
  const [ids, correlations] = [idsOf(named), correlationsOf(named)];
  return idsOf(rows.filter((row) => ids.has(row.Id) || inAnyCase(correlations, row.CorrelationId)));
}

function idsOf(rows: readonly Row[]): Set<string> {
  return new Set(rows.map(({ Id }) => Id));
}

function correlationsOf(rows: readonly Row[]): Set<string> {
  return lower(rows.flatMap(({ CorrelationId }) => (CorrelationId === '' ? [] : [CorrelationId])));
}

function isOurs({ Category, OperationName, targets }: Row): boolean {
  const category = Category.toLowerCase();
  if (category === 'entitlementmanagement' || inAnyCase(approvalNames, OperationName)) return true;
  return (
    (category === '' || category === 'audit') &&
    (inAnyCase(entitlementNames, OperationName) ||
      targets.some(({ type }) => type.toLowerCase().startsWith('accesspackage')))
  );
}
