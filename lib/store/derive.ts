import 'server-only';
import { noteDerived } from './behind';
import { noteUnchecked } from './deriveChecks';
import { extractEvents } from './extract';
import { foldSlice, gatherSteps } from './fold';
import { holdsAny } from './holdsAny';
import { chooseRecords, freshRecords, isTaken, keying, resolveKeys } from './keys';
import { linkTouched } from './link';
import { keepMarks, restoreMarks } from './marks';
import { mergedColumns, mergeRepeated } from './merge';
import { namesOfTouched, namingColumns, renamedRequests } from './names';
import type { Writer } from './open';
import { markRemovals, unmarkRemovals } from './removals';
import { touchedRequests } from './touched';
import { claimedRecords, claimWaiting, disownUnclaimed, noteWaiting, pruneWaiting, waiting } from './waiting';

/** Requests folded in one statement, whose memory grows with them. */
const sliceSize = 5_000;

/** How much of what was saved is derived, and whether more is still to be saved. */
export interface DeriveOptions {
  /** Records at most, but for those of a tenant that is decided anew; all by default. */
  most?: number;
  /** More records are on their way, so that none of another service waits in vain yet. */
  loading?: boolean;
}

/**
 * Derives events, links, names and requests from what was saved since the last call, for just the requests
 * that the new records touch; the result is the same as that of a rebuild from all records.
 * `tenant` is the configured tenant for records that carry none; null when there is none. Answers whether records are
 * left for another call.
 */
export async function deriveTouched(
  writer: Writer,
  tenant: string | null,
  { most, loading = false }: DeriveOptions = {},
): Promise<boolean> {
  const isLeft = await chooseRecords(writer, tenant, most);
  await mergeRepeated(writer, isTaken);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE moved AS SELECT ${moving}, false AS gone FROM events LIMIT 0`,
  );
  await writer.run(lastEvent('last_event'));
  await extractFresh(writer, freshRecords);
  await disownUnclaimed(writer);
  await noteWaiting(writer);
  await writer.run(claimWaiting);
  if ((await holdsAny(writer, 'claimed')) || (await holdsAny(writer, 'left_keys')))
    await extractFresh(writer, claimedRecords);
  for (const statement of [...touchedRequests, ...namesOfTouched]) await writer.run(statement);
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE touched_pairs AS
     SELECT DISTINCT tenant, target_id, package_id FROM requests SEMI JOIN touched USING (tenant, request_id)
     UNION SELECT tenant, user_id, package_id FROM moved WHERE step = 'remove-access'`,
  );
  await writer.run(unmarkRemovals);
  await writer.run(
    'DELETE FROM links USING touched t WHERE links.tenant = t.tenant AND links.request_id = t.request_id',
  );
  await writer.run(keepMarks);
  await writer.run(
    'DELETE FROM requests USING touched t WHERE requests.tenant = t.tenant AND requests.request_id = t.request_id',
  );
  for (const statement of linkTouched) await writer.run(statement);
  await foldInSlices(writer);
  await writer.run(restoreMarks);
  await writer.run(
    'INSERT INTO touched_pairs SELECT DISTINCT tenant, target_id, package_id FROM requests SEMI JOIN touched USING (tenant, request_id)',
  );
  await writer.run(unmarkRemovals);
  await writer.run(markRemovals);
  await writer.run(noteUnchecked);
  await writer.run('INSERT INTO changed SELECT tenant, request_id FROM touched');
  if (!isLeft) {
    if (!loading) await pruneWaiting(writer);
    await noteDerived(writer, tenant);
  }
  await writer.run(
    'DROP TABLE touched; DROP TABLE touched_pairs; DROP TABLE renamed_requests; DROP TABLE moved; DROP TABLE left_keys; DROP TABLE claimed; DROP TABLE near; DROP TABLE met; DROP TABLE aimed; DROP TABLE linked',
  );
  return isLeft;
}

/** Folds so many requests at a time that the memory it takes does not grow with their number. */
async function foldInSlices(writer: Writer): Promise<void> {
  const [touched] = await writer.all<{ n: number }>('SELECT count(*)::DOUBLE AS n FROM touched');
  const slices = Math.ceil((touched?.n ?? 0) / sliceSize);
  if (slices > 0) await writer.run(gatherSteps(slices));
  for (let slice = 0; slice < slices; slice++)
    for (const statement of foldSlice(slice)) await writer.run(statement);
  for (const name of ['linked_steps', 'steps', 'said', 'decisions'])
    await writer.run(`DROP TABLE IF EXISTS ${name}`);
}

/** What an event ties together: kept in `moved` of each that is new, and of each that is `gone` or said otherwise. */
const moving = `tenant, key, step, instant, correlation, request_ids, target_ids, workspaces, ${namingColumns}`;

/** Replaces the events of those of the `records` (SQL) that are new or have moved. */
async function extractFresh(writer: Writer, records: string): Promise<void> {
  await resolveKeys(writer, records);
  await writer.run(formerEvents);
  if (await holdsAny(writer, 'former')) for (const statement of leaving) await writer.run(statement);
  if (await holdsAny(writer, 'fresh_keys')) for (const statement of arriving) await writer.run(statement);
  await writer.run('DROP TABLE former; DROP TABLE fresh_places; DROP TABLE fresh_keys');
}

const formerEvents = `
CREATE OR REPLACE TEMP TABLE former AS
SELECT place, tenant, key FROM (SELECT rowid AS place, tenant, key FROM events) SEMI JOIN fresh_keys USING (tenant, key)`;

const leaving = [
  'DELETE FROM moved USING former f WHERE NOT gone AND moved.tenant = f.tenant AND moved.key = f.key',
  `INSERT INTO moved SELECT ${moving}, true FROM events WHERE rowid IN (SELECT place FROM former)`,
  'DELETE FROM events WHERE rowid IN (SELECT place FROM former)',
];

/** Every record with a key of its own has its event: one that had none before has no other record than the fresh ones. */
const freshRows = `
CREATE OR REPLACE TEMP TABLE fresh_rows AS
SELECT place, count(*) OVER (PARTITION BY tenant, key) > 1 AS several FROM (
  SELECT place, tenant, key FROM fresh_places
  UNION
  SELECT place, tenant, key FROM (SELECT rowid AS place, tenant, key FROM records WHERE class <> 'waiting') SEMI JOIN former USING (tenant, key))`;

/** Copies of one record that met under one key, such as one from an export without ids, are merged here. */
const mergedRecords = `
  SELECT * EXCLUDE (rid, own_tenant, print, print_cut) FROM records WHERE rowid IN (SELECT place FROM fresh_rows WHERE NOT several)
  UNION ALL BY NAME
  SELECT tenant, key, min(class) AS class, ${mergedColumns} FROM records WHERE rowid IN (SELECT place FROM fresh_rows WHERE several)
  GROUP BY tenant, key`;

/** New rows come behind all others, so that those behind this one are the new ones. */
function lastEvent(variable: string): string {
  return `SET VARIABLE ${variable} = (SELECT coalesce(max(rowid), -1) FROM events)`;
}

const arriving = [
  freshRows,
  lastEvent('last_extracted'),
  `INSERT INTO events BY NAME ${extractEvents(`(${mergedRecords})`)}`,
  `INSERT INTO moved SELECT ${moving}, false FROM events WHERE rowid > getvariable('last_extracted')`,
  'DROP TABLE fresh_rows',
];

/** What is derived by statements of this file and those that it orchestrates, for the store's version. */
export const derivation = [
  keying,
  formerEvents,
  leaving,
  arriving,
  waiting,
  touchedRequests,
  renamedRequests,
];
