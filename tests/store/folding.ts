import { beforeAll, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import type { AccessRequest, Decision } from '@/lib/request';
import { deriveTouched } from '@/lib/store/derive';
import { openStore, type Store } from '@/lib/store/open';
import { requestRows } from '@/lib/store/rows';
import { saveRecords } from '@/lib/store/save';

/** A request as a test writes it: each decision is one line, such as `bea.okafor@contoso.example approved “ok”`. */
export type Brief = Omit<AccessRequest, 'decisions'> & { decisions: string[] };
type Expected = Partial<Brief>;

interface Case {
  records: readonly AuditRecord[];
  tenant: string;
  requests: AccessRequest[];
}

/**
 * Answers the `check` of one test file. A check says which requests its records fold into, oldest first, field
 * by field for the fields that it names. Each check is a tenant of its own, so that one store folds them all.
 */
export function folding(): (rule: string, records: readonly AuditRecord[], ...expected: Expected[]) => void {
  const cases: Case[] = [];
  beforeAll(async () => {
    const found = await folded(
      cases.flatMap(({ records, tenant }) => records.map((record) => ({ ...record, tenant }))),
    );
    for (const each of cases) each.requests = found.filter((request) => request.tenant === each.tenant);
  });
  return (rule, records, ...expected) => {
    const own: Case = { records, tenant: `tenant-${cases.length}`, requests: [] };
    cases.push(own);
    test(rule, () => expectRequests(own.requests, expected));
  };
}

/** Compares requests, oldest first, in the fields that are expected of each. */
export function expectRequests(requests: readonly AccessRequest[], expected: readonly Expected[]): void {
  const briefs = requests.map(brief);
  expect(briefs.map((found, place) => only(found, expected[place] ?? {}))).toEqual(expected);
}

/** Every request that the records fold into, oldest first; `tenant` is the configured one. */
export async function folded(
  records: readonly AuditRecord[],
  tenant: string | null = null,
): Promise<AccessRequest[]> {
  return withStore([records], (store) => allRequests(store), tenant);
}

/** Saves and derives batch after batch in a new store, hands it to `use` and closes it. */
export async function withStore<T>(
  batches: readonly (readonly AuditRecord[])[],
  use: (store: Store) => Promise<T>,
  tenant: string | null = null,
): Promise<T> {
  const store = await openStore(null);
  try {
    for (const batch of batches) {
      await store.write(async (writer) => {
        await saveRecords(writer, batch);
        await deriveTouched(writer, tenant);
      });
    }
    return await use(store);
  } finally {
    await store.close();
  }
}

export function allRequests(store: Store): Promise<AccessRequest[]> {
  return requestRows(store, [], { sort: { by: 'first', descending: false }, page: 1, pageSize: 1_000_000 });
}

function brief(request: AccessRequest): Brief {
  return { ...request, decisions: request.decisions.map(line) };
}

function line({ approver, approverName, verdict, justification: { state, text } }: Decision): string {
  return `${approver ?? approverName ?? 'nobody'} ${verdict} ${text === null ? state : `“${text}”`}`;
}

function only(found: Brief, expected: Expected): Expected {
  return Object.fromEntries(Object.entries(found).filter(([field]) => field in expected));
}
