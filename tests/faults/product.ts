import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBConnection } from '@duckdb/node-api';
import { coverageReport } from '@/lib/report';
import { server } from '@/lib/server';
import { start } from '@/lib/start';
import { requestRows } from '@/lib/store/rows';

/**
 * A process of the product that says how its first reading went, as one line `! read …`. DIE_AT (a statement and which
 * of its kind, such as `COMMIT 3`) has it killed while that statement runs; AS_NOBODY has it give up root’s rights.
 */
const { DIE_AT, DIE_AFTER_MS = '0', AS_NOBODY, STAY } = process.env;

if (DIE_AT !== undefined) {
  const { run } = DuckDBConnection.prototype;
  const [, statement = '', which = ''] = /^(.*) (\d+)$/.exec(DIE_AT) ?? [];
  let met = 0;
  DuckDBConnection.prototype.run = function (...asked) {
    const running = run.apply(this, asked);
    if (asked[0].includes(statement) && ++met === Number(which)) {
      // Blocks this thread; DuckDB’s own goes on with the statement meanwhile.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(DIE_AFTER_MS));
      process.kill(process.pid, 'SIGKILL');
    }
    return running;
  };
}
if (AS_NOBODY !== undefined && process.getuid?.() === 0) {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}

await start();
const inbound = await server();
const { store, progress } = inbound;
while (progress.state === 'loading') await pause(10);
const { state, failure, rebuilt, records } = await coverageReport(inbound, []);
const requests = await requestRows(store, [], {
  sort: { by: 'first', descending: false },
  page: 1,
  pageSize: 1_000_000,
});
const kept = await store.all<{ rid: string }>('SELECT rid FROM records ORDER BY rid');
const digest = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('hex');
const said = {
  state,
  failure,
  rebuilt,
  counts: records,
  requests: requests.length,
  ofRequests: digest(requests),
  records: kept.length,
  distinct: new Set(kept.map(({ rid }) => rid)).size,
  ofRecords: digest(kept),
};
process.stdout.write(`! read ${JSON.stringify(said)}\n`);
// With STAY it goes on as a server does, which its listening keeps alive.
if (STAY === undefined) process.kill(process.pid, 'SIGTERM');
else setInterval(() => undefined, 60_000);
