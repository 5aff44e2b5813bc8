/** The floor: DuckDB parses the columns that folding needs, and does nothing with them. */
import { DuckDBInstance } from '@duckdb/node-api';
import { measured } from './measured';

const columns = `{time: 'VARCHAR', tenantId: 'VARCHAR', callerIpAddress: 'VARCHAR', properties: 'STRUCT(
  id VARCHAR, category VARCHAR, correlationId VARCHAR, result VARCHAR, activityDisplayName VARCHAR, activityDateTime VARCHAR,
  initiatedBy STRUCT("user" STRUCT(id VARCHAR, displayName VARCHAR, userPrincipalName VARCHAR, ipAddress VARCHAR),
    app STRUCT(displayName VARCHAR, servicePrincipalId VARCHAR)),
  targetResources STRUCT(id VARCHAR, displayName VARCHAR, "type" VARCHAR, userPrincipalName VARCHAR)[],
  additionalDetails STRUCT("key" VARCHAR, "value" VARCHAR)[])'}`;

await measured(async (file) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await connection.runAndReadAll(
    `SELECT count(*), max(time), max(tenantId), max(callerIpAddress), max(hash(properties)) FROM read_json($file, format = 'newline_delimited', columns = ${columns})`,
    { file },
  );
  return `${found.getRowsJS()[0]?.[0]} records parsed by DuckDB, nothing kept`;
});
