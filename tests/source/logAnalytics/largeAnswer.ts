import { parentPort, workerData } from 'node:worker_threads';
import { LogAnalytics } from '@/tests/doubles/logAnalytics/server';
import { makeTls } from '@/tests/doubles/tls';
import { tlsFolder } from '@/tests/doubles/trust';

/** A thread of its own for the double, so that what the main thread does is the product's doing alone. */
const service = new LogAnalytics({ tls: makeTls(tlsFolder), audience: 'x', workspaces: {} });
const body = answerOf(Number(workerData.bytes));
service.next({ kind: 'body', body }, { kind: 'body', body });
parentPort?.postMessage({ endpoint: await service.start(), bytes: body.length });

/** An answer of records of about the size given, as the service would send it. */
function answerOf(bytes: number): Buffer {
  const names =
    'Id TimeGenerated ActivityDateTime OperationName AADOperationType Category LoggedByService Result ResultReason Identity CorrelationId AADTenantId InitiatedBy TargetResources AdditionalDetails IngestedAt';
  const columns = names.split(' ').map((name) => ({ name, type: 'string' }));
  const count = Math.ceil(bytes / JSON.stringify(row(0)).length);
  const rows = Array.from({ length: count }, (_, at) => row(at));
  return Buffer.from(JSON.stringify({ tables: [{ name: 'PrimaryResult', columns, rows }] }));
}

function row(at: number): string[] {
  const target = {
    id: 'd1e5e000-0000-4000-9000-000000000001',
    type: 'AccessPackage',
    displayName: 'x'.repeat(400),
  };
  return [
    `IGAELM_${at}`,
    '2026-08-03T08:00:00.1234567Z',
    '2026-08-03T08:00:00.1234567Z',
    'User requests access package assignment',
    'CreateEntitlementGrantUserAddRequest',
    'EntitlementManagement',
    'Entitlement Management',
    'success',
    '',
    'Alex Rivera',
    `c0000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10',
    '{"user":{"id":"a1e0c0de-0001-4a00-9a00-000000000001","displayName":"Alex Rivera"}}',
    JSON.stringify([target, target]),
    '[{"key":"Justification","value":"Month-end close support"}]',
    '2026-08-03T08:05:00.0000000Z',
  ];
}
