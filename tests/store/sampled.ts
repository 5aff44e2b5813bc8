import { afterAll, beforeAll } from 'vitest';
import type { AccessRequest } from '@/lib/request';
import { generateSample } from '@/lib/source/sample/generate';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks } from '@/lib/store/deriveChecks';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { recordOf, records as samples } from '../audit/wrappers';
import { allRequests } from './folding';

/** A store of the samples and a made-up organisation, and its requests as they go over the wire. */
export interface Sampled {
  store: Store;
  all: AccessRequest[];
}

/** Fills such a store once for a test file. */
export function sampled(requests: number): () => Sampled {
  let made: Sampled | null = null;
  beforeAll(async () => {
    const store = await openStore(null);
    const sample = generateSample({ requests, until: '2026-08-20T00:00:00Z', days: 120, unrelated: 0 });
    await store.write(async (writer) => {
      await saveRecords(writer, [...samples(), ...[...sample].map((line) => recordOf(JSON.parse(line)))]);
      await deriveTouched(writer, null);
    });
    const failures = await store.write((writer) => deriveChecks(writer, { ids: [], patterns: [] }));
    if (failures[0]) throw new Error(`${failures[0].what} failed`, { cause: failures[0].cause });
    made = { store, all: await allRequests(store) };
  }, 120_000);
  afterAll(() => made?.store.close());
  return () => {
    if (made === null) throw new Error('the store is filled before the tests');
    return made;
  };
}

/** The value that most of the requests have. */
export function commonest(
  all: readonly AccessRequest[],
  valuesOf: (request: AccessRequest) => readonly (string | null)[],
): string {
  const counts = new Map<string, number>();
  for (const value of all.flatMap((request) => [...new Set(valuesOf(request))]))
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, n], [, m]) => m - n);
  if (!first) throw new Error('no request has a value');
  return first[0];
}
