import type { AccessRequest, Decision } from '../request';

/** The name by which a decision's author is shown; applications have no principal name. */
export function approverName({ approver, approverName: name, approverId }: Decision): string | null {
  return approver ?? name ?? approverId;
}

/** The name by which the requestor is shown; null when the request record is not in the data. */
export function requestorName({
  requestor,
  requestorName: name,
  requestorId,
}: Pick<AccessRequest, 'requestor' | 'requestorName' | 'requestorId'>): string | null {
  return requestor ?? name ?? requestorId;
}

/** The name by which the receiver is shown; null when the data do not say. */
export function targetName({ target, targetName: name, targetId }: AccessRequest): string | null {
  return target ?? name ?? targetId;
}

/** The two people of a request. */
type Pair = Pick<AccessRequest, 'target' | 'targetId' | 'requestor' | 'requestorId'>;

/** Whether the requestor asked for themselves; object ids decide where both are known. */
export function isForSelf({ target, targetId, requestor, requestorId }: Pair): boolean {
  if (targetId !== null && requestorId !== null) return targetId.toLowerCase() === requestorId.toLowerCase();
  return target !== null && target.toLowerCase() === requestor?.toLowerCase();
}
