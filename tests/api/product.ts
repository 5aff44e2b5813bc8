import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { log } from '@/lib/log';
import { server, startServer } from '@/lib/server';
import { generateSample } from '@/lib/source/sample/generate';
import { sampleText } from '../audit/wrappers';
import { storageLine, tenant } from '../inbound/storageLine';
import { dana, deny, ours, requestId } from '../store/build';

export const otherTenant = '22222222-0000-4000-8000-000000000000';
/** The first sample's request, which the other tenant holds too. */
export const sharedId = 'd1e5e000-0000-4000-9000-000000000001';
/** A request of which only the denial is in the data. */
export const loneId = requestId(77);

/**
 * Starts the product over the samples, a made-up organisation and a second tenant, and waits until they are read.
 * Answers how to end it.
 */
export async function startProduct(more: Record<string, string> = {}): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'exports-'));
  log.level = 'silent';
  const sample = generateSample({ requests: 60, until: '2026-08-20T00:00:00Z', days: 30 });
  const other = { but: { tenant: otherTenant } };
  writeFileSync(path.join(folder, 'samples.ndjson'), sampleText('log-analytics.ndjson'));
  writeFileSync(path.join(folder, 'PT1H.json'), `${[...sample].join('\n')}\n`);
  writeFileSync(
    path.join(folder, 'other.json'),
    storageLine(ours('Administrator directly assigns user to access package', '08:00', dana, other)) +
      storageLine(deny('09:00', dana, { request: 77, ...other })),
  );
  await startServer({ LOG_LEVEL: 'silent', AUDIT_LOGS_PATH: folder, AZURE_TENANT_ID: tenant, ...more });
  const inbound = await server();
  while (inbound.progress.state === 'loading') await new Promise((resolve) => setTimeout(resolve, 10));
  return async () => {
    await (await server()).store.close();
    rmSync(folder, { recursive: true });
  };
}
