import 'server-only';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Rebuilt } from '../coverage';
import { writeOperations } from './operations';
import { indexes, schema } from './schema';
import { storeVersion } from './version';

const kept = z.object({ at: z.string(), why: z.enum(['unreadable', 'another-version']) });

/**
 * Creates what a store is missing. One that was derived by other code is emptied: everything in it can be loaded
 * again from the source. Answers since when and why it is filled anew; null for one that never was.
 */
export async function prepare(connection: DuckDBConnection, wasSetAside: boolean): Promise<Rebuilt | null> {
  await connection.run('BEGIN');
  await connection.run('CREATE TABLE IF NOT EXISTS facts (name VARCHAR PRIMARY KEY, value VARCHAR)');
  const facts = await connection.runAndReadAll('SELECT name, value FROM facts');
  const found = new Map(facts.getRowsJS().map(([name, value]) => [name, value]));
  let rebuilt: Rebuilt | null;
  if (found.get('schema') === storeVersion)
    rebuilt = kept.nullable().parse(JSON.parse(String(found.get('rebuilt') ?? 'null')));
  else {
    const why = wasSetAside ? 'unreadable' : found.has('schema') ? 'another-version' : null;
    rebuilt = why === null ? null : { at: new Date().toISOString(), why };
    for (const table of schema) {
      await connection.run(`DROP TABLE IF EXISTS ${table.name}`);
      await connection.run(`CREATE TABLE ${table.name} (${table.columns})`);
    }
    for (const index of indexes) await connection.run(index);
    await connection.run('DELETE FROM facts');
    await connection.run(`INSERT INTO facts VALUES ('schema', $version), ('rebuilt', $rebuilt)`, {
      version: storeVersion,
      rebuilt: JSON.stringify(rebuilt),
    });
  }
  await writeOperations(connection);
  await connection.run('COMMIT');
  return rebuilt;
}
