import 'server-only';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '@/lib/audit/record';
import { missingPath, notAFile, unreadablePath } from './problems';

/** A file that may be an export; its content has not been looked at. */
export interface ExportFile {
  path: string;
  /** Path relative to the folder given, with forward slashes; the path itself when a file was given. */
  name: string;
  bytes: number;
  modifiedMs: number;
}

export interface Listing {
  /** Sorted by name, code unit by code unit. */
  files: ExportFile[];
  problems: Problem[];
}

/**
 * Every file at `path`: the file itself, or all files of the folder and its subfolders. Names that begin with
 * a dot are left out. Links are followed; a folder reached twice is walked once. Never throws.
 */
export async function listExports(at: string): Promise<Listing> {
  const walk = new Walk();
  await walk.visit(at, '', at);
  const files = walk.files.sort((one, other) => (one.name < other.name ? -1 : 1));
  if (files.length > 0 || walk.problems.length > 0) return { files, problems: walk.problems };
  const message = `The folder "${at}" holds no files. Put exports of the audit log into it, or set AUDIT_LOGS_PATH to another folder.`;
  return { files, problems: [{ code: 'folder-empty', file: at, line: null, message }] };
}

class Walk {
  readonly files: ExportFile[] = [];
  readonly problems: Problem[] = [];
  readonly #walked = new Set<string>();

  /** `prefix`: the folder's name inside the folder given, with a slash behind it; `name` for what is no folder. */
  async visit(at: string, prefix: string, name: string): Promise<void> {
    try {
      const found = await stat(at);
      if (found.isDirectory()) await this.#walk(at, prefix);
      else if (found.isFile())
        this.files.push({ path: at, name, bytes: found.size, modifiedMs: found.mtimeMs });
      else this.problems.push(notAFile(name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
      const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
      this.problems.push(isMissing ? missingPath(name, prefix !== '') : unreadablePath(name, code));
    }
  }

  async #walk(folder: string, prefix: string): Promise<void> {
    const real = await realpath(folder);
    if (this.#walked.has(real)) return;
    this.#walked.add(real);
    for (const entry of (await readdir(folder)).sort()) {
      if (entry.startsWith('.')) continue;
      await this.visit(path.join(folder, entry), `${prefix}${entry}/`, prefix + entry);
    }
  }
}
