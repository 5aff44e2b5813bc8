import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspaceReader, type WorkspaceReader } from '@/lib/source/logAnalytics/workspaceReader';
import { all, signal, tokenFor, workspace } from './asking';

const megabytes = Number(process.env.ANSWER_MEGABYTES ?? 25);
const token = tokenFor('analyst', { aud: 'x' });

/** Milliseconds that this thread has run so far, without the time in which others had the processor. */
function ranMs(): number {
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}

describe.runIf(process.platform === 'linux')('while a large answer is read', () => {
  const spool = mkdtempSync(path.join(tmpdir(), 'spool-'));
  let service: Worker;
  let reader: WorkspaceReader;
  let bytes: number;
  beforeAll(async () => {
    service = new Worker(new URL('./largeAnswer.ts', import.meta.url), {
      workerData: { bytes: megabytes * 1_000_000 },
    });
    const [started] = await once(service, 'message');
    bytes = started.bytes;
    reader = openWorkspaceReader({ endpoint: started.endpoint, audience: 'x', spool });
  });
  afterAll(async () => {
    await reader.close();
    await service.terminate();
    rmSync(spool, { recursive: true });
  });

  it('the main thread does less than 100 ms of work in all, so nothing waits longer for it', async () => {
    const before = ranMs();
    const fetched = await reader.fetch(workspace, all, token, { signal });
    const ran = ranMs() - before;
    expect(fetched).toMatchObject({ bytes, unusable: 0, complete: true });
    expect(fetched.records).toBeGreaterThan(megabytes * 100);
    rmSync(fetched.file);
    expect(ran).toBeLessThan(100);
  });

  it('giving up in the middle of it leaves no file', async () => {
    const controller = new AbortController();
    const fetching = reader.fetch(workspace, all, token, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(fetching).rejects.toThrow('enough');
    expect(readdirSync(spool)).toEqual([]);
  });
});
