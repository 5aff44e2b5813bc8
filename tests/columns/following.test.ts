import { expect, test } from 'vitest';
import { withColumns } from '@/lib/store/columns';
import { deriveTouched } from '@/lib/store/derive';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { asks } from '../store/build';

/** A request that changes in a way that columns see: it is there no more. */
const vanish = (store: Store, request: string) =>
  store.write(async (writer) => {
    const rows = 'FROM requests WHERE request_id = $request';
    await writer.run(`INSERT INTO changed SELECT tenant, request_id ${rows}`, { request });
    await writer.run(`DELETE ${rows}`, { request });
  });

/** A write that changes nothing, and holds up all others until it is let go. */
function held(store: Store): { letGo: () => void; done: Promise<void> } {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo, done: store.write(() => until) };
}

test('a change that comes while the list of earlier ones waits to be emptied is taken too', async () => {
  const store = withColumns(await openStore(null));
  const counted = async () => (await store.columns?.ask([], { name: 'counts' }))?.[0]?.total ?? null;
  await store.write(async (writer) => {
    await saveRecords(
      writer,
      [1, 2, 3].map((request) => asks('08:00', { request })),
    );
    await deriveTouched(writer, null);
  });
  await expect.poll(counted).toBe(3);
  await expect.poll(async () => (await store.all('FROM changed')).length).toBe(0);
  const [first, second] = await store.all<{ request_id: string }>('SELECT request_id FROM requests');
  if (first === undefined || second === undefined) throw new Error('no requests');

  await vanish(store, first.request_id);
  const [one, other] = [held(store), held(store)];
  await expect.poll(counted).toBe(2);
  const vanished = vanish(store, second.request_id);
  one.letGo();
  await one.done;
  // The data have another version now, so the columns are looked for again while the list is still as it was.
  await counted();
  other.letGo();
  await Promise.all([other.done, vanished]);
  // Nobody asks before everything that waits is done.
  await store.write(
    async () => undefined,
    () => false,
  );
  await expect.poll(counted, { timeout: 10_000 }).toBe(1);
  await store.close();
});
