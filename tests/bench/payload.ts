import { openStore } from '@/lib/store/open';

/** One request as other engines are given it: the search text is in lower case already, which flatters them. */
export interface PayloadRow {
  package: string;
  approver: string;
  requestor: string;
  outcome: string;
  reason: string;
  worth: boolean;
  took: number | null;
  /** Decision time, else that of the first record, in milliseconds since 1970. */
  at: number;
  search: string;
}

/** Reads the requests of a store file as plain objects. */
export async function payload(file: string): Promise<PayloadRow[]> {
  const store = await openStore(file);
  const rows: PayloadRow[] = [];
  // In parts, since the texts of a million rows are more than one answer should hold.
  const [{ n: parts } = { n: 1 }] = await store.all<{ n: number }>(
    'SELECT ceil(count(*) / 100000)::DOUBLE AS n FROM requests',
  );
  for (let part = 0; part < parts; part++)
    for (const row of await store.all<PayloadRow>(
      `SELECT coalesce(package_id, '') AS package, coalesce(approver_ids[1], '') AS approver, coalesce(requestor_id, '') AS requestor, outcome,
         reason_state AS reason, coalesce(worth >= 200, false) AS worth, took,
         epoch_ms(coalesce(decided, first)::TIMESTAMP)::DOUBLE AS "at", search
       FROM requests WHERE hash(request_id) % ${parts} = ${part}`,
    ))
      rows.push(row);
  await store.close();
  return rows;
}

export const pageSize = 100;
/** The fields whose values are counted. */
export const counted = ['package', 'approver', 'requestor', 'outcome', 'reason'] as const;
export const dayMs = 86_400_000;
