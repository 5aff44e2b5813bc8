import 'server-only';
import type { DuckDBConnection } from '@duckdb/node-api';
import { operations, type Step } from '../audit/operations';

/** The order in which steps of one instant are taken to have happened. */
const lifecycle: readonly Step[] = [
  'request',
  'update-request',
  'approval-created',
  'approval-updated',
  'edit-answers',
  'decision-denied',
  'decision-approved',
  'stage-completed',
  'deny',
  'auto-approve',
  'approve',
  'approval-cancelled',
  'approval-expired',
  'cancel',
  'expire',
  'schedule',
  'ready',
  'resource-delivered',
  'deliver-failed',
  'deliver-partly',
  'deliver',
  'extend-assignment',
  'resource-removed',
  'remove-access',
  'approval-deleted',
  'delete-record',
];

/** Writes the operation names afresh, so that SQL and `lib/audit/operations` never differ. */
export async function writeOperations(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM operations');
  const appender = await connection.createAppender('operations');
  for (const { name, step, service, kind, by } of operations) {
    const place = lifecycle.indexOf(step);
    appender.appendVarchar(name);
    appender.appendVarchar(step);
    appender.appendInteger(place < 0 ? lifecycle.length : place);
    appender.appendVarchar(service);
    if (kind === null) appender.appendNull();
    else appender.appendVarchar(kind);
    if (by === null) appender.appendNull();
    else appender.appendVarchar(by);
    appender.endRow();
  }
  appender.closeSync();
}
