import 'server-only';
import type { Store, Writer } from './open';

/** Notes, in the transaction that saves records, that what is derived does not know them yet. */
export async function noteBehind(writer: Writer): Promise<void> {
  await writer.run(`INSERT OR REPLACE INTO facts VALUES ('behind', 'true')`);
}

/** Notes, in the transaction that derives, for which configured tenant it did. */
export async function noteDerived(writer: Writer, tenant: string | null): Promise<void> {
  await writer.run(`DELETE FROM facts WHERE name = 'behind'`);
  await writer.run(`INSERT OR REPLACE INTO facts VALUES ('tenant', $tenant)`, { tenant });
}

/** True when records were saved and not derived, as after a process that was cut off, or the tenant has changed. */
export async function isBehind(store: Store, tenant: string | null): Promise<boolean> {
  const facts = await store.all<{ name: string; value: string | null }>('SELECT name, value FROM facts');
  const derivedFor = facts.find(({ name }) => name === 'tenant');
  return (
    facts.some(({ name }) => name === 'behind') || (derivedFor !== undefined && derivedFor.value !== tenant)
  );
}
