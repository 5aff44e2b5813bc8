import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UnsecuredJWT } from 'jose';
import type { AuditRecord } from '@/lib/audit/record';
import { openWorkspaceReader, type WorkspaceReader } from '@/lib/source/logAnalytics/workspaceReader';
import { LogAnalytics, type Options } from '@/tests/doubles/logAnalytics/server';
import type { StoredRow } from '@/tests/doubles/logAnalytics/tableRow';
import { makeTls } from '@/tests/doubles/tls';
import { tlsFolder } from '@/tests/doubles/trust';
import { rows } from '../../audit/wrappers';

export const workspace = '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77';
export const audience = 'https://api.loganalytics.io';
export const all = { by: 'TimeGenerated', from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' } as const;
export const signal = new AbortController().signal;

/** The 27 sample records as the table holds them, each five minutes after its time. */
export function sampleRows(): StoredRow[] {
  return rows().map((row) => ({
    row,
    ingestedAt: new Date(Date.parse(row.TimeGenerated) + 300_000).toISOString(),
  }));
}

/** A token as Log Analytics would be given one, unsigned: the double is not asked to check signatures here. */
export function tokenFor(oid: string, claims: { aud?: string; exp?: number } = {}) {
  const expires = claims.exp ?? Math.floor(Date.now() / 1000) + 3600;
  const token = new UnsecuredJWT({ tid: 'tenant', oid, aud: claims.aud ?? audience, exp: expires }).encode();
  return async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 });
}

export const token = tokenFor('analyst');

/** A reader over a double. */
export interface Asking {
  reader: WorkspaceReader;
  service: LogAnalytics;
  /** Makes the double hold and do this from now on, and nothing else. */
  serve: (options?: Partial<Options>) => void;
  /** Files left in the reader's folder. */
  spooled: () => string[];
  stop: () => Promise<void>;
}

export async function startAsking(): Promise<Asking> {
  const plain: Options = { tls: makeTls(tlsFolder), audience, workspaces: { [workspace]: sampleRows() } };
  const service = new LogAnalytics(plain);
  const endpoint = await service.start();
  const spool = mkdtempSync(path.join(tmpdir(), 'spool-'));
  const reader = openWorkspaceReader({ endpoint, audience, spool });
  return {
    reader,
    service,
    serve: (options) => {
      service.options = { ...plain, ...options };
      service.asked = [];
      service.mostAtOnce = 0;
    },
    spooled: () => readdirSync(spool),
    stop: async () => {
      await reader.close();
      await service.close();
      rmSync(spool, { recursive: true });
    },
  };
}

/** The records of a fetched file, which is removed. */
export function recordsIn(file: string): AuditRecord[] {
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): AuditRecord => JSON.parse(line));
}
