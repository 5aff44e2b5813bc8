import { joined } from './joined';

/** The first chunks as one of at least so many bytes, unless there are fewer in all. */
export async function startOf(chunks: AsyncGenerator<Buffer>, bytes: number): Promise<Buffer> {
  const start: Buffer[] = [];
  for (let length = 0; length < bytes; ) {
    const next = await chunks.next();
    if (next.done) break;
    start.push(next.value);
    length += next.value.length;
  }
  return joined(start);
}
