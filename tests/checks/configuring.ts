import type { AuditRecord } from '@/lib/audit/record';
import {
  type App,
  dana,
  employees,
  type Named,
  type Person,
  payables,
  record,
  type Target,
} from '../store/build';

type Change = readonly [property: string, before: string | null, after: string | null];

interface Configured {
  by?: Person | App;
  targets?: readonly Target[];
  /** Of the first target; values as the log writes them, JSON inside a string. */
  changes?: readonly Change[];
  details?: readonly (readonly [key: string, value: string])[];
  failed?: boolean;
}

export const policyTarget = (policy: Named = employees): Target => ({
  type: 'AccessPackageAssignmentPolicy',
  ...policy,
});
export const packageTarget = (of: Named = payables): Target => ({ type: 'AccessPackage', ...of });
export const userTarget = ({ id, name, upn }: Person): Target => ({ type: 'User', id, name, upn });

/** A record that belongs to no request; it changes the employees' policy of Payables unless it says otherwise. */
export function configures(operation: string, time: string, said: Configured = {}): AuditRecord {
  const { by = dana, targets = [policyTarget(), packageTarget()], changes = [], details = [] } = said;
  const made = record(operation, time, by, {
    targets,
    details,
    request: 0,
    but: { correlationId: `${operation} ${time}` },
  });
  const [first, ...rest]: Record<string, unknown>[] = JSON.parse(made.targetResources ?? '[]');
  const modifiedProperties = changes.map(([displayName, before, after]) => ({
    displayName,
    oldValue: before === null ? null : JSON.stringify(before),
    newValue: after === null ? null : JSON.stringify(after),
  }));
  return {
    ...made,
    ...(said.failed ? { result: 'failure' } : {}),
    targetResources: JSON.stringify(first === undefined ? [] : [{ ...first, modifiedProperties }, ...rest]),
  };
}

const update = 'Update access package assignment policy';

/** Somebody switches the approval of a policy off, or on again. */
export const approvalOff = (time: string, said: Configured = {}) =>
  configures(update, time, { changes: [['IsApprovalRequiredForAdd', 'True', 'False']], ...said });
export const approvalOn = (time: string, said: Configured = {}) =>
  configures(update, time, { changes: [['IsApprovalRequiredForAdd', 'False', 'True']], ...said });
