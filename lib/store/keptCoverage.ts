import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { log } from '../log';
import { counting, type StoreCoverage, storeCoverage, storeCoverageShape } from './coverage';
import type { Store, Writer } from './open';

/** To be raised when `storeCoverage` makes something else of what it counts. */
const sums = 1;

/** What other statements have counted is counted anew. */
const countedBy = createHash('sha256')
  .update(JSON.stringify([sums, counting]))
  .digest('hex')
  .slice(0, 16);
const shape = z.object({ countedBy: z.literal(countedBy), coverage: storeCoverageShape });

/**
 * The coverage of the data as they are now: counted once for each version of them, and kept in the store, where a
 * process that starts over the same data finds it.
 */
export async function keptCoverage(store: Store): Promise<StoreCoverage> {
  const [found] = await store.all<{ value: string }>(`SELECT value FROM facts WHERE name = 'coverage'`);
  const kept = shape.safeParse(found && JSON.parse(found.value));
  if (kept.success) return kept.data.coverage;
  const version = store.version();
  const counted = await storeCoverage(store);
  void keep(store, version, counted);
  return counted;
}

/** The coverage is not of the data any more that this transaction changes. */
export async function dropKeptCoverage(writer: Writer): Promise<void> {
  await writer.run(`DELETE FROM facts WHERE name = 'coverage'`);
}

/** Keeps it unless the data have changed meanwhile. Not to keep it costs a restart some seconds and nothing else. */
async function keep(store: Store, version: number, counted: StoreCoverage): Promise<void> {
  try {
    await store.write(
      async (writer) => {
        if (store.version() !== version) return;
        const value = JSON.stringify({ countedBy, coverage: counted } satisfies z.infer<typeof shape>);
        await writer.run(`INSERT OR REPLACE INTO facts VALUES ('coverage', $value)`, { value });
      },
      () => false,
    );
  } catch (error) {
    log.info({ reason: error instanceof Error ? error.name : 'unknown' }, 'the coverage was not kept');
  }
}
