'use client';

import { useEffect, useRef, useState } from 'react';
import type { ManifestAnswer } from '@/lib/answers';
import type { View } from '@/lib/filter/view';
import { AnswerError } from '../data/AnswerError';
import { exportUrl } from '../data/urls';
import { type Checked, type Received, receiveFile } from './receiveFile';
import { openSink } from './sink';

/** What to export: all rows of a filter in an order, and as what. */
export interface Wanted extends Pick<View, 'filter' | 'rules' | 'sort' | 'columns'> {
  format: ManifestAnswer['format'];
  content: ManifestAnswer['content'];
}

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; received: Received }
  | { kind: 'done'; checked: Checked }
  | { kind: 'failed'; message: string };

/** One export at a time: starts it, tells how far it is, and takes it back. `rows` is how many are expected. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async ({ format, content, ...view }: Wanted, rows: number) => {
    const control = new AbortController();
    running.current = control;
    const tell = (next: ExportState) => {
      if (running.current === control) setState(next);
    };
    try {
      const sink = await openSink(rows, `access-package-requests.${format}`);
      tell({ kind: 'running', received: { rows: 0, total: rows, bytes: 0 } });
      try {
        const url = exportUrl(view, format, content);
        const checked = await receiveFile(url, format, sink, control.signal, (received) =>
          tell({ kind: 'running', received }),
        );
        await sink.keep(checked.file);
        tell({ kind: 'done', checked });
      } catch (error) {
        await sink.drop().catch(() => undefined);
        throw error;
      }
    } catch (error) {
      if (error instanceof AnswerError) tell({ kind: 'failed', message: error.message });
      else if (error instanceof DOMException && error.name === 'AbortError') tell({ kind: 'idle' });
      else tell({ kind: 'failed', message: `The file could not be written: ${String(error)}` });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, start, cancel };
}
