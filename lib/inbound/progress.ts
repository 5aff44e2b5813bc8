import type { Problem } from '../audit/record';
import type { Workspace } from '../env';
import type { SyncState } from '../store/syncState';

/** Where the loading of the source stands. */
export type Progress = FilesProgress | WorkspacesProgress;

export interface FilesProgress {
  kind: 'files';
  state: 'loading' | 'complete' | 'failed';
  /** Bytes read and bytes found in the current pass. */
  bytesRead: number;
  bytes: number;
  filesFound: number;
  /** Problems of the path itself, such as a folder without files. */
  pathProblems: Problem[];
  /** Set when `state` is `failed`: what happened and the mend. */
  failure: string | null;
}

export interface WorkspaceProgress {
  readonly workspace: Workspace;
  /** `waiting`: no reader is present under whose token the workspace could be read. */
  state: 'waiting' | 'loading' | 'complete' | 'failed';
  /** What the store keeps of it; null until the first reading has begun. */
  kept: SyncState | null;
  /** Estimated from the spans read since this reading began; null until one was read. */
  remainingSeconds: number | null;
}

export interface WorkspacesProgress {
  kind: 'log-analytics';
  readonly state: 'loading' | 'complete' | 'failed';
  readonly failure: string | null;
  readonly workspaces: readonly WorkspaceProgress[];
}

/** The progress of all: loading as long as one workspace is, or waits for a reader; then failed if one did. */
export function workspacesProgress(workspaces: readonly WorkspaceProgress[]): WorkspacesProgress {
  return {
    kind: 'log-analytics',
    workspaces,
    get state() {
      if (workspaces.some(({ state }) => state === 'loading' || state === 'waiting')) return 'loading';
      return workspaces.some(({ state }) => state === 'failed') ? 'failed' : 'complete';
    },
    get failure() {
      const failed = workspaces.filter(({ state }) => state === 'failed');
      const sentences = failed.map(
        ({ workspace, kept }) => `${workspace.name}: ${kept?.failure?.message ?? ''}`,
      );
      return sentences.length === 0 ? null : sentences.join(' ');
    },
  };
}
