import { expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { deriveTouched } from '@/lib/store/derive';
import { saveRecords } from '@/lib/store/save';
import { alex, asks, bea, correlationOf, ours, payables, portal } from '../store/build';
import { withChecks } from './checking';

/** The requests that the checks have to look at again after these records arrived, and those that were folded again. */
async function afterwards(before: readonly AuditRecord[], arriving: readonly AuditRecord[]) {
  return withChecks([before], { ids: [], patterns: [] }, async (store) => {
    await store.write(async (writer) => {
      await writer.run('DELETE FROM changed');
      await saveRecords(writer, arriving);
      await deriveTouched(writer, null);
    });
    const found = await store.all<{ since: string | null; ones: number; folded: number }>(
      `SELECT (SELECT strftime(min(since)::TIMESTAMP, '%d %H:%M') FROM unchecked WHERE request_id IS NULL) AS since,
         (SELECT count(DISTINCT request_id) FROM unchecked)::DOUBLE AS ones, (SELECT count(*) FROM changed)::DOUBLE AS folded`,
    );
    return found[0];
  });
}

const requests = [1, 2, 3, 4, 5, 6].map((request) =>
  asks(`${request + 2} 08:00`, { request, package: request % 2 ? payables : portal }),
);

test('the requests of a renamed package are looked at again, and nothing between them and the rename', async () => {
  const renamed = ours('Update access package', '20 09:00', bea, {
    receiver: null,
    targets: [{ type: 'AccessPackage', ...payables, name: 'Accounts Payable' }],
    but: { correlationId: correlationOf(99) },
  });
  expect(await afterwards(requests, [renamed])).toEqual({ since: '20 09:00', ones: 3, folded: 3 });
});

test('a renamed person too', async () => {
  const renamed = asks('20 09:00', {
    request: 7,
    by: { ...alex, upn: 'alex.stone@contoso.example' },
    receiver: { ...alex, upn: 'alex.stone@contoso.example' },
  });
  expect(await afterwards(requests, [renamed])).toEqual({ since: '20 09:00', ones: 7, folded: 7 });
});

test('a name that is said again changes no request', async () => {
  const again = ours('Update access package', '20 09:00', bea, {
    receiver: null,
    targets: [{ type: 'AccessPackage', ...payables }],
    but: { correlationId: correlationOf(99) },
  });
  expect(await afterwards(requests, [again])).toEqual({ since: '20 09:00', ones: 0, folded: 0 });
});
