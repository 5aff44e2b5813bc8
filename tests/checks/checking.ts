import { beforeAll, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import type { CheckId, RequestDetail } from '@/lib/request';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks, type Privileged } from '@/lib/store/deriveChecks';
import { openStore, type Store } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { saveRecords } from '@/lib/store/save';
import { allRequests } from '../store/folding';

interface Case {
  records: readonly AuditRecord[];
  tenant: string;
  requests: RequestDetail[];
}

/** A request that a check marks: the strength, and what is told of it. */
export interface Expected {
  request: string;
  strength: string;
  sentence: string;
  limits?: string;
  /** Keys of the records used, in any order, where the case is about them. */
  records?: string[];
}

/**
 * Answers the `check` of one check's test file: it says which requests of the records that check marks, and what it
 * says of them. Each case is a tenant of its own, so that one store evaluates them all. `unanswered` names the
 * requests of which the check says that the data cannot tell.
 */
export function checking(id: CheckId, privileged: Privileged = { ids: [], patterns: [] }) {
  const cases: Case[] = [];
  beforeAll(async () => {
    const all = cases.flatMap(({ records, tenant }) => records.map((record) => ({ ...record, tenant })));
    await withChecks([all], privileged, async (store) => {
      for (const each of cases) each.requests = await details(store, each.tenant);
    });
  }, 120_000);
  return (
    rule: string,
    records: readonly AuditRecord[],
    expected: readonly Expected[],
    unanswered: Readonly<Record<string, string>> = {},
  ): void => {
    const own: Case = { records, tenant: `tenant-${cases.length}`, requests: [] };
    cases.push(own);
    test(rule, () => {
      const found = own.requests.flatMap(({ requestId, findings }) =>
        (findings ?? []).flatMap((finding) =>
          finding.id === id ? [{ request: requestId, ...finding }] : [],
        ),
      );
      expect(found.map((each, place) => only(each, expected[place]))).toEqual(
        expected.map(({ records, ...each }) => (records ? { ...each, records: records.toSorted() } : each)),
      );
      const untold = own.requests.flatMap((request) =>
        request.unanswered.flatMap((each) => (each.id === id ? [[request.requestId, each.limits]] : [])),
      );
      expect(Object.fromEntries(untold)).toEqual(unanswered);
    });
  };
}

/** Saves, derives and checks batch after batch in a new store, hands it to `use` and closes it. */
export async function withChecks<T>(
  batches: readonly (readonly AuditRecord[])[],
  privileged: Privileged,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(null);
  try {
    for (const batch of batches) {
      await store.write(async (writer) => {
        await saveRecords(writer, batch);
        await deriveTouched(writer, null);
      });
      const failures = await store.write((writer) => deriveChecks(writer, privileged));
      if (failures[0]) throw new Error(`${failures[0].what} failed`, { cause: failures[0].cause });
    }
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The requests of one tenant, oldest first, with what the checks say of them. */
async function details(store: Store, tenant: string): Promise<RequestDetail[]> {
  const requests = (await allRequests(store)).filter((request) => request.tenant === tenant);
  const found: RequestDetail[] = [];
  for (const { requestId } of requests) found.push(await requestDetail(store, [], requestId, tenant));
  return found;
}

function only(found: object, expected: Expected | undefined): object {
  const entries = Object.entries(found).filter(([key]) => expected === undefined || key in expected);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'records' && Array.isArray(value) ? value.toSorted() : value,
    ]),
  );
}
