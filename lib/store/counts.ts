import 'server-only';
import type { Writer } from './open';

/** Adds to a running count; `amount` is SQL for a number. */
export async function addCount(
  writer: Writer,
  name: 'read' | 'duplicates' | 'elsewhere',
  amount: string,
): Promise<void> {
  await writer.run(
    `INSERT INTO counts SELECT '${name}', ${amount} ON CONFLICT (name) DO UPDATE SET value = counts.value + excluded.value`,
  );
}
