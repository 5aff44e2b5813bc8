import 'server-only';
import { open } from 'node:fs/promises';
import { z } from 'zod';

const firstBytes = 64 * 1024;
const envelope = z.object({ time: z.string(), operationName: z.string(), properties: z.looseObject({}) });

/**
 * True when a file looks like uncompressed lines of a storage export, told by its first line. A hint only:
 * whoever reads it in that belief must find out about every line.
 */
export async function isPlainStorage(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
      const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
      return envelope.safeParse(JSON.parse(line)).success;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
