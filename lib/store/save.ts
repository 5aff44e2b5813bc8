import 'server-only';
import type { AuditRecord } from '../audit/record';
import { noteBehind } from './behind';
import { classOf, printOf } from './classify';
import { addCount } from './counts';
import { explain, type Writer } from './open';
import { recordColumns } from './schema';

const columns = [...recordColumns, 'targets_cut', 'details_cut'];

/** Keeps records as ground state, as they came; copies are merged and requests derived by `deriveTouched`. */
export async function saveRecords(writer: Writer, records: readonly AuditRecord[]): Promise<void> {
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE incoming (${recordColumns.map((c) => `${c} VARCHAR`).join(', ')}, targets_cut BOOLEAN, details_cut BOOLEAN)`,
  );
  await append(writer, records);
  await insertRecords(
    writer,
    `SELECT *, ${classOf('i')} AS class FROM incoming i LEFT JOIN operations o ON o.name = lower(i.operation_name)`,
  );
  await addCount(writer, 'read', String(records.length));
  await writer.run('DROP TABLE incoming');
}

/**
 * Inserts the rows of a relation that has the columns of a record and its class. A record without an `Id` is
 * known by the digest of all it says; one of another service that no request can claim is counted and left out.
 */
export async function insertRecords(writer: Writer, relation: string): Promise<void> {
  await writer.run(
    `INSERT INTO records BY NAME
     SELECT coalesce(nullif(i.id, ''), 'content:' || md5(concat_ws(chr(31), ${columns.map((c) => `coalesce(CAST(i.${c} AS VARCHAR), chr(30))`).join(', ')}))) AS rid,
       ${columns.map((c) => `i.${c}`).join(', ')}, i.class,
       CASE WHEN nullif(i.id, '') IS NULL AND i.class <> 'odd' THEN ${printOf('i', false)} END AS print,
       CASE WHEN nullif(i.id, '') IS NULL AND i.class <> 'odd' THEN ${printOf('i', true)} END AS print_cut
     FROM (${relation}) i`,
  );
  await noteBehind(writer);
  await addCount(writer, 'elsewhere', `(SELECT count(*) FROM records WHERE class = 'elsewhere')`);
  await writer.run(`DELETE FROM records WHERE class = 'elsewhere'`);
}

async function append(writer: Writer, records: readonly AuditRecord[]): Promise<void> {
  const appender = await writer.connection.createAppender('incoming', null, 'temp').catch(explain);
  for (const record of records) {
    for (const value of valuesOf(record)) {
      if (value === null) appender.appendNull();
      else if (typeof value === 'boolean') appender.appendBoolean(value);
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** In the order of `recordColumns`. */
function valuesOf(record: AuditRecord): (string | boolean | null)[] {
  return [
    record.id,
    record.tenant,
    record.timeGenerated,
    record.activityDateTime,
    record.operationName,
    record.operationType,
    record.category,
    record.loggedByService,
    record.result,
    record.resultReason,
    record.identity,
    record.correlationId,
    record.callerIp,
    record.initiatedBy,
    record.targetResources,
    record.additionalDetails,
    record.further,
    record.ingestedAt,
    record.workspaces,
    record.targetsCut,
    record.detailsCut,
  ];
}
