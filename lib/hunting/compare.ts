import type { HuntingRow } from '../answers';
import { readInstant } from '../filter/instant';

/** Two answers to the published query, compared as multisets of rows. */
export interface Comparison {
  same: number;
  explained: HuntingRow[];
  onlyThere: HuntingRow[];
  onlyHere: HuntingRow[];
}

/**
 * Compares the workspace's rows with the local ones. A further copy of a row that is also here is explained when
 * `duplicated` holds its CorrelationId or RequestID (lower case): the workspace then holds a record twice under one
 * `Id`, which this product keeps once. Everything else is a difference.
 */
export function compareAnswers(
  there: readonly HuntingRow[],
  here: readonly HuntingRow[],
  duplicated: ReadonlySet<string>,
): Comparison {
  const left = new Map<string, number>();
  for (const row of here) left.set(identityOf(row), (left.get(identityOf(row)) ?? 0) + 1);
  const known = new Set(left.keys());
  const compared: Comparison = { same: 0, explained: [], onlyThere: [], onlyHere: [] };
  for (const row of there) {
    const identity = identityOf(row);
    const copies = left.get(identity) ?? 0;
    if (copies > 0) {
      left.set(identity, copies - 1);
      compared.same += 1;
    } else if (known.has(identity) && isDuplicated(row, duplicated)) compared.explained.push(row);
    else compared.onlyThere.push(row);
  }
  for (const row of here) {
    const identity = identityOf(row);
    const copies = left.get(identity) ?? 0;
    if (copies === 0) continue;
    left.set(identity, copies - 1);
    compared.onlyHere.push(row);
  }
  return compared;
}

/** Kusto writes seven digits of a second and an empty text where no one is named. */
function identityOf(row: HuntingRow): string {
  return JSON.stringify([
    readInstant(row.TimeRequested) ?? row.TimeRequested,
    row.AccessPackageName,
    row.RequestedBy,
    row.RequestorJustification,
    readInstant(row.ApprovedTime) ?? row.ApprovedTime,
    row.ApprovedBy ?? '',
    row.ApproverJustification,
    row.CorrelationId,
    row.RequestID,
  ]);
}

function isDuplicated({ CorrelationId, RequestID }: HuntingRow, duplicated: ReadonlySet<string>): boolean {
  return duplicated.has(CorrelationId.toLowerCase()) || duplicated.has(RequestID.toLowerCase());
}
