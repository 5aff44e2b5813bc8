import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks } from '@/lib/store/deriveChecks';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { alex, asks, at, bea, chen, requestId } from '../store/build';

let store: Store;

async function arrive(records: readonly AuditRecord[]): Promise<void> {
  await store.write(async (writer) => {
    await saveRecords(writer, [...records]);
    await deriveTouched(writer, null);
  });
}

beforeAll(async () => {
  store = await openStore(null);
  await arrive([
    asks('3 08:00', { by: alex, receiver: alex, request: 1 }),
    asks('4 08:00', { by: bea, receiver: bea, request: 2 }),
    asks('5 08:00', { by: chen, receiver: chen, request: 3 }),
  ]);
  await store.write((writer) => deriveChecks(writer, { ids: [], patterns: [] }));
  const married = { ...alex, upn: 'alex.moreira@contoso.example', name: 'Alex Moreira' };
  await arrive([asks('20 08:00', { by: married, receiver: married, request: 4 })]);
});
afterAll(() => store.close());

test('a new name has the requests of its bearer checked again one by one, and the others from the new record on', async () => {
  expect(
    await store.all(
      `SELECT DISTINCT request_id, since::TIMESTAMP = '${at('20 08:00')}'::TIMESTAMP AS "fromArrival" FROM unchecked ORDER BY ALL`,
    ),
  ).toEqual([
    { request_id: requestId(1), fromArrival: null },
    { request_id: requestId(4), fromArrival: null },
    { request_id: null, fromArrival: true },
  ]);
});
