import type { ManifestAnswer } from '@/lib/answers';

declare global {
  interface Window {
    /** Chromium alone has it; https://wicg.github.io/file-system-access. */
    showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  }
}

/** Where the bytes of a file go while they arrive. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Keeps what was written, under this name where none was chosen before. */
  keep(name: string): Promise<void>;
  /** Throws away what was written. */
  drop(): Promise<void>;
}

/** From this many rows on, a file goes straight to disk where the browser can do that. */
const manyRows = 20_000;

/**
 * Opens a place for a file of about so many rows. For many of them the reader is asked for one on disk, which takes
 * a click just before; throws an `AbortError` when they choose none.
 */
export async function openSink(rows: number, suggestedName: string): Promise<Sink> {
  if (rows < manyRows || window.showSaveFilePicker === undefined) return inMemory();
  const handle = await window.showSaveFilePicker({ suggestedName });
  const file = await handle.createWritable();
  return {
    write: (bytes) => file.write(bytes),
    keep: () => file.close(),
    drop: () => file.abort(),
  };
}

function inMemory(): Sink {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => void parts.push(bytes),
    keep: async (name) => saveAs(new Blob(parts), name),
    drop: async () => {
      parts = [];
    },
  };
}

/** Saves the manifest of a file beside it. */
export function saveManifest(manifest: ManifestAnswer): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  saveAs(new Blob([text], { type: 'application/json' }), `${manifest.file}.manifest.json`);
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
