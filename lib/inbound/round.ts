import 'server-only';
import { rm } from 'node:fs/promises';
import { AppError } from '../errors';
import type { Fetched, TokenSource, WorkspaceReader } from '../source/logAnalytics/workspaceReader';
import type { Store } from '../store/open';
import { saveAnswer } from '../store/saveAnswer';
import { keepSyncState, type SyncState } from '../store/syncState';
import type { Clock } from './clock';
import { nothingKnown } from './covered';
import type { Derive } from './deriving';
import type { WorkspaceProgress } from './progress';
import { second } from './slices';

/** Under whose token a workspace is read: a reader's, or that of the application itself, whose id is null. */
export interface Viewer {
  id: string | null;
  name: string;
  token: TokenSource;
}

/** What one reading of one workspace works with. */
export interface Round {
  store: Store;
  source: WorkspaceReader;
  progress: WorkspaceProgress;
  viewer: Viewer;
  /** How many days back records are wanted. */
  days: number;
  /** True passes by the service's cache, and tries again what was given up. */
  fresh: boolean;
  derive: Derive;
  clock: Clock;
  signal: AbortSignal;
}

/** Pause before asking once more, where the service said so often that it is too much and never for how long. */
const throttledSeconds = 30;

/** Asks again after the pause that the service wants, as often as it wants one. */
export async function patiently<T>({ clock, signal }: Round, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'workspace-throttled') throw error;
      await clock.pause((error.retryAfterSeconds ?? throttledSeconds) * second, signal);
    }
  }
}

export function stateOf({ progress, clock }: Round): SyncState {
  return progress.kept ?? nothingKnown(clock.now());
}

/** Keeps an answer's records, if there is one, and what is now known of the workspace in one transaction. */
export async function keep(round: Round, fetched: Fetched | null, state: SyncState): Promise<void> {
  const { store, progress, viewer } = round;
  const workspace = progress.workspace.id;
  try {
    const { kept } = await store.write(
      async (writer) => {
        const news = fetched?.records ? await saveAnswer(writer, workspace, fetched.file) : 0;
        const kept: SyncState = {
          ...state,
          records: state.records + news,
          unusable: state.unusable + (fetched?.unusable ?? 0),
          syncedAs: { id: viewer.id, name: viewer.name },
        };
        await keepSyncState(writer, workspace, kept);
        return { news, kept };
      },
      ({ news }) => news > 0,
    );
    progress.kept = kept;
  } finally {
    if (fetched !== null) await rm(fetched.file, { force: true });
  }
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
