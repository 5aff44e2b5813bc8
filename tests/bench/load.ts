import path from 'node:path';
import { startInbound } from '@/lib/inbound';
import { log } from '@/lib/log';
import { coverageReport } from '@/lib/report';
import { filesEnv } from '../inbound/filesEnv';
import { measured } from './measured';

/**
 * Loads and folds the folder of the file as the server does, into memory or into a store file below `dataDir`, until
 * that is written and closed.
 */
export async function load(dataDir: string | null): Promise<void> {
  log.level = 'silent';
  await measured(async (file) => {
    const inbound = await startInbound(filesEnv(path.dirname(file), { dataDir }));
    while (inbound.progress.state === 'loading') await new Promise((resolve) => setTimeout(resolve, 10));
    if (inbound.progress.failure) throw new Error(inbound.progress.failure);
    const { records, requests } = await coverageReport(inbound, []);
    await inbound.stop();
    await inbound.store.close();
    return `${records?.read} records read, ${requests} requests folded`;
  });
}
