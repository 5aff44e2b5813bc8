'use client';

import { countWords } from '@/lib/words/count';
import { CopyButton } from '../ui/CopyButton';
import type { Checked } from './receiveFile';
import { saveManifest } from './sink';
import { sizeWords } from './sizeWords';

/** What the file holds and how that was checked, and its manifest to save beside it. */
export function ExportDone({ checked, again }: { checked: Checked; again: () => void }) {
  const { rows, total, bytes, sha256, file, manifest } = checked;
  return (
    <div className="grid gap-2">
      <div role="status">
        <p className="font-semibold">
          {countWords(rows)} of {countWords(total)} rows
          {typeof manifest === 'string' ? ', not compared with the server' : ', checked'}
        </p>
        <p className="text-ink-2">
          <span className="break-all">{file}</span>, {sizeWords(bytes)}
        </p>
        {typeof manifest === 'string' ? (
          <p className="text-medium">Its manifest did not come: {manifest}</p>
        ) : null}
      </div>
      <p className="text-ink-2 text-small">
        SHA-256 <code className="font-mono text-small break-all">{sha256}</code>{' '}
        <CopyButton text={() => sha256} label="Copy SHA-256" className="icon-button align-middle" />
      </p>
      {typeof manifest === 'string'
        ? null
        : manifest.warnings.map((warning) => (
            <p key={warning} className="note text-small">
              {warning}
            </p>
          ))}
      <div className="flex justify-end gap-2">
        <button type="button" className="button button-small" onClick={again}>
          Export again
        </button>
        {typeof manifest === 'string' ? null : (
          <button
            type="button"
            className="button button-primary button-small"
            onClick={() => saveManifest(manifest)}
          >
            Save manifest
          </button>
        )}
      </div>
    </div>
  );
}
