import 'server-only';
import type { AuditRecord } from '../audit/record';
import { classOf } from './classify';
import { addCount } from './counts';
import type { Writer } from './open';
import { insertRecords } from './save';
import { recordColumns } from './schema';

/** The column of each field of an audit record. */
const columns = {
  id: 'id',
  tenant: 'own_tenant',
  timeGenerated: 'time_generated',
  activityDateTime: 'activity_date_time',
  operationName: 'operation_name',
  operationType: 'operation_type',
  category: 'category',
  loggedByService: 'logged_by_service',
  result: 'result',
  resultReason: 'result_reason',
  identity: 'identity',
  correlationId: 'correlation_id',
  callerIp: 'caller_ip',
  initiatedBy: 'initiated_by',
  targetResources: 'target_resources',
  additionalDetails: 'additional_details',
  further: 'further',
  ingestedAt: 'ingested',
  workspaces: 'workspaces',
  targetsCut: 'targets_cut',
  detailsCut: 'details_cut',
} satisfies Record<keyof AuditRecord, (typeof recordColumns)[number] | 'targets_cut' | 'details_cut'>;

const answered = Object.entries(columns)
  .map(([field, column]) => `"${field}" AS ${column}`)
  .join(', ');
const fields = Object.entries(columns)
  .map(([field, column]) => `"${field}": '${column.endsWith('_cut') ? 'BOOLEAN' : 'VARCHAR'}'`)
  .join(', ');
/** All that a record without an `Id` says, so that two of them are told apart. */
const content = recordColumns.map((column) => `coalesce(${column}, chr(30))`).join(', ');

/**
 * Keeps the records of a workspace's answer that it has not delivered before: `file` holds one `AuditRecord` a
 * line, and lies where the store may read. Answers how many they were.
 */
export async function saveAnswer(writer: Writer, workspace: string, file: string): Promise<number> {
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE incoming AS
     SELECT a.*, ${classOf('a')} AS class FROM (
       SELECT *, md5_number_lower(coalesce(nullif(id, ''), concat_ws(chr(31), ${content}))) AS record,
         CAST(time_generated AS TIMESTAMP_NS) AS generated, CAST(ingested AS TIMESTAMP_NS) AS arrived
       FROM (SELECT ${answered} FROM read_json('${file.replaceAll("'", "''")}', format = 'newline_delimited',
         compression = 'uncompressed', maximum_object_size = 67108864, columns = {${fields}}))) a
     ANTI JOIN (SELECT * FROM deliveries WHERE workspace = $workspace) d
       ON d.record = a.record AND d.generated IS NOT DISTINCT FROM a.generated AND d.ingested IS NOT DISTINCT FROM a.arrived
     LEFT JOIN operations o ON o.name = lower(a.operation_name)`,
    { workspace },
  );
  const [news] = await writer.all<{ records: number }>('SELECT count(*)::DOUBLE AS records FROM incoming');
  const records = news?.records ?? 0;
  if (records > 0) {
    await writer.run(
      `INSERT INTO deliveries SELECT $workspace, record, class IN ('entitlement', 'approval') AND coalesce(id, '') <> '', generated, arrived FROM incoming`,
      { workspace },
    );
    await insertRecords(writer, 'SELECT * FROM incoming');
    await addCount(writer, 'read', String(records));
  }
  await writer.run('DROP TABLE incoming');
  return records;
}
