import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditRecord, Problem } from '@/lib/audit/record';
import { type ExportFile, listExports } from '@/lib/source/files/listExports';
import { readExport } from '@/lib/source/files/readExport';

export interface Reading {
  records: AuditRecord[];
  problems: Problem[];
  /** `bytesRead` of each batch. */
  progress: number[];
}

/** Runs with an empty folder that is removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'exports-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the reader finds in a file named `export` with this content. */
export async function readContent(content: string | Uint8Array): Promise<Reading> {
  return withFolder(async (folder) => {
    writeFileSync(path.join(folder, 'export'), content);
    return readPath(folder);
  });
}

/** What the reader finds at a path, file after file. */
export async function readPath(at: string): Promise<Reading> {
  const { files, problems } = await listExports(at);
  const reading = await readFiles(files);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

export async function readFiles(files: readonly ExportFile[]): Promise<Reading> {
  const reading: Reading = { records: [], problems: [], progress: [] };
  for (const file of files) {
    for await (const batch of readExport(file)) {
      reading.records.push(...batch.records);
      reading.problems.push(...batch.problems);
      reading.progress.push(batch.bytesRead);
    }
  }
  return reading;
}

/** Problems as `code line`, without their sentences. */
export function brief(problems: readonly Problem[]): string[] {
  return problems.map(({ code, line }) => (line === null ? code : `${code} ${line}`));
}
