import type { Table } from './table';
import { datetimeCell, datetimeText, elements, property, tostring } from './values';

type Row = Record<string, unknown>;

/**
 * What the published query answers over these rows, operator by operator as Kusto runs it, with nothing of the
 * product's own code: the same request comes once for each approval and each justified decision.
 */
export function huntingQuery(rows: Row[]): Table {
  const requested = distinct(
    named(rows, 'User requests access package assignment').flatMap((row) =>
      matching(row.AdditionalDetails, 'key', 'Justification').flatMap((detail) =>
        matching(row.TargetResources, 'type', 'AccessPackageAssignmentRequest').flatMap((request) =>
          matching(row.TargetResources, 'type', 'AccessPackage').map((target) => ({
            TimeRequested: datetimeText(row.TimeGenerated),
            AccessPackageName: tostring(property(target, 'displayName')),
            RequestedBy: tostring(property(row.InitiatedBy, 'user', 'userPrincipalName')),
            RequestorJustification: tostring(property(detail, 'value')),
            CorrelationId: tostring(row.CorrelationId),
            RequestID: tostring(property(request, 'id')),
          })),
        ),
      ),
    ),
  );
  const approvals = named(rows, 'Approve access package assignment request').map((row) => ({
    ApprovedTime: datetimeText(row.TimeGenerated),
    ApprovedBy: property(row.InitiatedBy, 'user', 'userPrincipalName'),
    CorrelationId: tostring(row.CorrelationId),
  }));
  const decisions = named(rows, 'Request approved').flatMap((row) =>
    matching(row.AdditionalDetails, 'key', 'Justification').flatMap((detail) =>
      matching(row.TargetResources, 'type', 'Other').map((target) => ({
        ApproverJustification: tostring(property(detail, 'value')),
        RequestID: tostring(property(target, 'id')),
      })),
    ),
  );

  const joined = requested
    .flatMap((request) =>
      approvals
        .filter((approval) => approval.CorrelationId === request.CorrelationId)
        .map((approval) => ({ ...request, ...approval })),
    )
    .flatMap((request) => {
      const found = decisions.filter((decision) => decision.RequestID === request.RequestID);
      const texts = found.length > 0 ? found.map((decision) => decision.ApproverJustification) : [''];
      return texts.map((ApproverJustification) => ({ ...request, ApproverJustification }));
    })
    .sort((one, other) => (one.TimeRequested < other.TimeRequested ? -1 : 1));

  return {
    columns: [
      { name: 'TimeRequested', type: 'datetime' },
      { name: 'AccessPackageName', type: 'string' },
      { name: 'RequestedBy', type: 'string' },
      { name: 'RequestorJustification', type: 'string' },
      { name: 'ApprovedTime', type: 'datetime' },
      { name: 'ApprovedBy', type: 'dynamic' },
      { name: 'ApproverJustification', type: 'string' },
      { name: 'CorrelationId', type: 'string' },
      { name: 'RequestID', type: 'string' },
    ],
    rows: joined.map((row) => [
      datetimeCell(row.TimeRequested),
      row.AccessPackageName,
      row.RequestedBy,
      row.RequestorJustification,
      datetimeCell(row.ApprovedTime),
      row.ApprovedBy,
      row.ApproverJustification,
      row.CorrelationId,
      row.RequestID,
    ]),
  };
}

function named(rows: Row[], operation: string): Row[] {
  return rows.filter((row) => row.OperationName === operation);
}

function matching(array: unknown, key: string, value: string): unknown[] {
  return elements(array).filter((element) => property(element, key) === value);
}

function distinct<T>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
