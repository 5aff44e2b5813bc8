import 'server-only';
import { normalise } from '../audit/normalise';
import type { AuditRecord } from '../audit/record';
import { AppError } from '../errors';
import { classOf } from './classify';
import { addCount } from './counts';
import { dropFileProblems, type LoadedFile, noteFile } from './files';
import type { Store, Writer } from './open';
import { insertRecords, saveRecords } from './save';

/** Thrown inside the transaction to undo it: the files are then read line by line. */
class NotPlain extends Error {}

/**
 * Reads storage exports in their most usual spelling without leaving DuckDB, many times as fast as line by
 * line, and notes them as read. Lines spelled in another way are normalised one by one as everywhere else.
 * Answers false, with nothing saved, when anything in a file cannot be read: only a reader that counts lines can
 * name it. `files` are read as they are named: a path must hold none of `*?[]`.
 */
export async function savePlainFiles(
  store: Store,
  files: readonly (LoadedFile & { path: string })[],
): Promise<boolean> {
  try {
    await store.write(async (writer) => {
      await save(
        writer,
        files.map((file) => file.path),
      );
      for (const file of files) {
        await dropFileProblems(writer, file.name);
        await noteFile(writer, file, 0);
      }
    });
    return true;
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

async function save(writer: Writer, paths: readonly string[]): Promise<void> {
  const files = `[${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}]`;
  const held = await rowCount(writer);
  await insertRecords(writer, plainLines(files)).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw new NotPlain('a file cannot be read', { cause: error });
  });
  const odd = await writer.all<{ line: string }>(`SELECT further AS line FROM records WHERE class = 'odd'`);
  await addCount(writer, 'read', `${(await rowCount(writer)) - held - odd.length}`);
  await writer.run(`DELETE FROM records WHERE class = 'odd'`);
  await saveRecords(
    writer,
    odd.map(({ line }) => normalised(line)),
  );
}

function normalised(line: string): AuditRecord {
  const record = normalise(JSON.parse(line));
  if ('unusable' in record) throw new NotPlain(`a line ${record.unusable}`);
  return record;
}

async function rowCount(writer: Writer): Promise<number> {
  const [found] = await writer.all<{ n: number }>(
    `SELECT ((SELECT count(*) FROM records) + coalesce((SELECT value FROM counts WHERE name = 'elsewhere'), 0))::DOUBLE AS n`,
  );
  return found?.n ?? 0;
}

const envelope = {
  time: 'VARCHAR',
  tenantId: 'VARCHAR',
  resourceId: 'VARCHAR',
  operationName: 'VARCHAR',
  operationVersion: 'VARCHAR',
  resultSignature: 'VARCHAR',
  durationMs: 'JSON',
  callerIpAddress: 'VARCHAR',
  correlationId: 'VARCHAR',
  category: 'VARCHAR',
  identity: 'VARCHAR',
  Level: 'JSON',
  level: 'JSON',
};
const properties = {
  id: 'VARCHAR',
  category: 'VARCHAR',
  correlationId: 'VARCHAR',
  result: 'VARCHAR',
  resultReason: 'VARCHAR',
  activityDisplayName: 'VARCHAR',
  activityDateTime: 'VARCHAR',
  loggedByService: 'VARCHAR',
  operationType: 'VARCHAR',
  userAgent: 'VARCHAR',
  initiatedBy: 'JSON',
  targetResources: 'JSON',
  additionalDetails: 'JSON',
};

const quoted = (keys: readonly string[]) => `[${keys.map((key) => `'${key}'`).join(', ')}]`;
const target = quoted([
  'id',
  'displayName',
  'type',
  'userPrincipalName',
  'groupType',
  'modifiedProperties',
  'administrativeUnits',
]);
const user = quoted([
  'id',
  'displayName',
  'userPrincipalName',
  'ipAddress',
  'userType',
  'homeTenantId',
  'homeTenantName',
  'roles',
]);
const app = quoted(['appId', 'displayName', 'servicePrincipalId', 'servicePrincipalName']);

/** A list of objects with no other keys than these, spelled so. */
const plainList = (json: string, keys: string) =>
  `coalesce(list_bool_and([list_has_all(${keys}, map_keys(m)) FOR m IN TRY_CAST(${json} AS MAP(VARCHAR, JSON)[])]), ${json} IS NULL OR ${json} IN ('null', '[]'))`;

const time = String.raw`'^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?(Z|\+00:00)$'`;
const canonical = (text: string) =>
  String.raw`regexp_replace(regexp_replace(${text}, '(Z|\+00:00)$', ''), '(\.\d+?)0+$', '\1') || 'Z'`;

/** Rows of a record with its class; `odd` ones carry their line in `further` and nothing that is used. */
export const plainLines = (files: string) => `
SELECT * EXCLUDE (plain, json) REPLACE (
  CASE WHEN plain THEN further ELSE json END AS further, CASE WHEN plain THEN class ELSE 'odd' END AS class)
FROM (
  SELECT *, is_plain AND NOT (regexp_matches(json, '"modifiedProperties"\\s*:\\s*\\[\\s*\\{') AND class IN ('entitlement', 'approval')) AS plain
  FROM (SELECT i.*, ${classOf('i')} AS class FROM (
    SELECT json, p.id, lower(e.tenantId) AS own_tenant, ${canonical('e.time')} AS time_generated,
      ${canonical('p.activityDateTime')} AS activity_date_time, p.activityDisplayName AS operation_name,
      nullif(p.operationType, '') AS operation_type, nullif(p.category, '') AS category,
      nullif(p.loggedByService, '') AS logged_by_service, nullif(p.result, '') AS result,
      nullif(p.resultReason, '') AS result_reason,
      coalesce(nullif(e.identity, ''), json_extract_string(p.initiatedBy, '$.user.displayName'), json_extract_string(p.initiatedBy, '$.app.displayName')) AS identity,
      nullif(p.correlationId, '') AS correlation_id, nullif(e.callerIpAddress, '') AS caller_ip,
      nullif(p.initiatedBy, 'null') AS initiated_by, nullif(p.targetResources, 'null') AS target_resources,
      nullif(p.additionalDetails, 'null') AS additional_details,
      json_merge_patch('{}', json_object('resourceId', e.resourceId, 'operationVersion', e.operationVersion,
        'resultSignature', e.resultSignature, 'durationMs', e.durationMs, 'Level', coalesce(e.Level, e.level), 'userAgent', p.userAgent))::VARCHAR AS further,
      NULL::VARCHAR AS ingested, NULL::VARCHAR AS workspaces, false AS targets_cut, false AS details_cut,
      coalesce(list_has_all(${quoted([...Object.keys(envelope), 'properties'])}, json_keys(json))
        AND list_has_all(${quoted(Object.keys(properties))}, json_keys(json, '$.properties'))
        AND p.id <> '' AND trim(p.activityDisplayName) <> '' AND e.tenantId <> ''
        AND regexp_matches(e.time, ${time}) AND TRY_CAST(e.time AS TIMESTAMP_NS) IS NOT NULL
        AND regexp_matches(p.activityDateTime, ${time}) AND TRY_CAST(p.activityDateTime AS TIMESTAMP_NS) IS NOT NULL
        AND e.operationName = p.activityDisplayName AND coalesce(e.correlationId = p.correlationId, e.correlationId IS NULL) AND e.category = 'AuditLogs'
        AND coalesce(json_type(p.initiatedBy) = 'OBJECT' AND list_has_all(['user', 'app'], json_keys(p.initiatedBy))
          AND list_has_all(${user}, coalesce(json_keys(p.initiatedBy, '$.user'), []))
          AND list_has_all(${app}, coalesce(json_keys(p.initiatedBy, '$.app'), [])), p.initiatedBy IS NULL)
        AND ${plainList('p.targetResources', target)} AND ${plainList('p.additionalDetails', `['key', 'value']`)}
        AND NOT contains(json, '\\u0000'), false) AS is_plain
    FROM (SELECT json, e, e.properties AS p FROM (
      SELECT json::VARCHAR AS json, from_json(json, '${JSON.stringify({ ...envelope, properties })}') AS e
      FROM read_ndjson_objects(${files}, maximum_object_size = 8388608, compression = 'uncompressed')))
  ) i LEFT JOIN operations o ON o.name = lower(i.operation_name))
)`;
