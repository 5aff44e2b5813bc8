import 'server-only';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Env } from '../env';
import { AppError } from '../errors';

/** Where the store lies, one file a source, so that two sources never mix; null for a store in memory. */
export function storeFile({ dataDir, source }: Env): string | null {
  if (dataDir === null || (source.kind === 'files' && source.bundled)) return null;
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError(
      'store-unavailable',
      `DATA_DIR “${dataDir}” cannot be created. Set it to a folder that can be written to, or leave it empty to keep the store in memory.`,
      { cause },
    );
  }
  const name = createHash('sha256').update(nameOf(source)).digest('hex').slice(0, 12);
  return path.join(/* turbopackIgnore: true */ dataDir, `audit-logs-${name}.duckdb`);
}

function nameOf(source: Env['source']): string {
  if (source.kind === 'files') return path.resolve(/* turbopackIgnore: true */ source.path);
  const { access, endpoint, workspaces } = source;
  return JSON.stringify([access, endpoint, workspaces.map(({ id }) => id).sort()]);
}

/**
 * A folder for answers on their way into the store: beside its file, whose lock keeps other processes out of it, or
 * one of this process alone that goes with it.
 */
export function spoolFolder(file: string | null): string {
  if (file !== null) return `${file}.spool`;
  const folder = mkdtempSync(path.join(tmpdir(), 'access-package-approvals-spool-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
