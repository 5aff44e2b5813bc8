import 'server-only';
import { AppError } from '../errors';
import { log } from '../log';
import type { WorkspaceReader } from '../source/logAnalytics/workspaceReader';
import type { Store } from '../store/open';
import { keepSyncState, type Span, syncStateOf } from '../store/syncState';
import type { Clock } from './clock';
import { nothingKnown, toReadAgain } from './covered';
import { type Deriving, deriving } from './deriving';
import { atMost } from './limit';
import type { WorkspaceProgress } from './progress';
import type { Viewer } from './round';
import { minute } from './slices';
import { syncWorkspace } from './syncWorkspace';

/** Workspaces read at the same time; a reader may ask five questions at once, and pages ask some too. */
const atOnce = 3;
const eachMs = minute;
/** Pauses after one failure, two, three, and any more. */
const pauses = [1, 2, 5, 10].map((minutes) => minutes * minute);

/** What says that another reader's token may do better. */
const ofTheViewer = new Set([
  'workspace-refused',
  'challenge',
  'no-access',
  'token-expired',
  'sign-in-needed',
]);

export interface Workspaces extends Deriving {
  store: Store;
  source: WorkspaceReader;
  progress: readonly WorkspaceProgress[];
  days: number;
  clock: Clock;
  /** Who can read the workspace now, none of `refused` among them; null when nobody can. */
  viewerOf(workspace: string, refused: ReadonlySet<string | null>): Promise<Viewer | null>;
}

export interface Sync {
  /** Looks at every workspace now, past the service's cache; answers when each was read or could not be. */
  refresh(): Promise<void>;
  /** Looks now at the workspaces that wait for a reader, or have refused others than this one. */
  tryAs(reader: string): void;
  /** Has spans of `TimeGenerated` read once more, at once. */
  readAgain(workspace: string, spans: readonly Span[]): void;
  stop(): Promise<void>;
}

/** Reads the workspaces: at once, and then each minute what has arrived, each by itself and a few at a time. */
export async function startWorkspaces(workspaces: Workspaces): Promise<Sync> {
  const { store, progress } = workspaces;
  for (const each of progress) each.kept = await syncStateOf(store, each.workspace.id);
  const derive = deriving(store, workspaces);
  const limited = atMost(atOnce);
  const stopping = new AbortController();
  const loops = progress.map((each) => loop(workspaces, each));
  const running = Promise.all([derive(true).catch(note), ...loops.map((each) => each.run())]);

  function loop({ source, days, clock, viewerOf }: Workspaces, of: WorkspaceProgress) {
    const { id } = of.workspace;
    let waking = new AbortController();
    let refused = new Map<string | null, AppError>();
    const again: Span[] = [];
    let fresh = false;
    let failures = 0;
    let waiters: (() => void)[] = [];

    /** Reads under one viewer's token after the other, until one is let in. Answers false when nobody is there. */
    async function read(fresh: boolean): Promise<boolean> {
      refused = new Map();
      for (;;) {
        const viewer = await viewerOf(id, new Set(refused.keys()));
        if (viewer === null) {
          const refusal = [...refused.values()].find(({ code }) => code !== 'token-expired');
          if (refusal !== undefined) throw refusal;
          return false;
        }
        if (of.state !== 'complete') of.state = 'loading';
        // What the workspace holds has to be looked up under the token that sees more of it, too.
        if (of.kept !== null && again.length > 0)
          of.kept = { ...toReadAgain(of.kept, again.splice(0)), survey: null };
        try {
          const { signal } = stopping;
          await syncWorkspace({ store, source, progress: of, viewer, days, fresh, derive, clock, signal });
          return true;
        } catch (error) {
          if (!(error instanceof AppError) || !ofTheViewer.has(error.code)) throw error;
          refused.set(viewer.id, error);
        }
      }
    }

    async function turn(): Promise<number> {
      const isFresh = fresh;
      fresh = false;
      const begun = performance.now();
      const before = of.kept?.records ?? 0;
      try {
        const isRead = await read(isFresh);
        failures = 0;
        if (!isRead) of.state = 'waiting';
        const records = (of.kept?.records ?? 0) - before;
        const seconds = (performance.now() - begun) / 1000;
        log[records > 0 ? 'info' : 'debug'](
          { workspace: id, state: of.state, records, seconds },
          'workspace read',
        );
        return eachMs;
      } catch (error) {
        if (stopping.signal.aborted) return 0;
        fresh ||= isFresh;
        await fail(store, of, clock.now(), error).catch(note);
        failures += 1;
        return pauses[Math.min(failures, pauses.length) - 1] ?? eachMs;
      } finally {
        of.remainingSeconds = null;
      }
    }

    return {
      id,
      isFor: (reader: string) => of.state === 'waiting' || (refused.size > 0 && !refused.has(reader)),
      readAgain: (spans: readonly Span[]) => void again.push(...spans),
      async run() {
        while (!stopping.signal.aborted) {
          const told = waiters;
          waiters = [];
          waking = new AbortController();
          const pause = await limited(turn);
          for (const tell of told) tell();
          await clock.pause(pause, AbortSignal.any([waking.signal, stopping.signal])).catch(() => undefined);
        }
        for (const tell of waiters) tell();
      },
      wake(refreshed: boolean): Promise<void> {
        fresh ||= refreshed;
        waking.abort();
        return new Promise((tell) => waiters.push(tell));
      },
    };
  }

  return {
    refresh: async () => {
      await Promise.all(loops.map((each) => each.wake(true)));
    },
    tryAs: (reader) => {
      for (const each of loops) if (each.isFor(reader)) void each.wake(false);
    },
    readAgain: (workspace, spans) => {
      const found = loops.find(({ id }) => id === workspace);
      found?.readAgain(spans);
      void found?.wake(false);
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Keeps what went wrong with one workspace; the others go on. */
async function fail(store: Store, of: WorkspaceProgress, at: number, error: unknown): Promise<void> {
  log.error({ err: error, workspace: of.workspace.id }, 'reading a workspace failed');
  const known = error instanceof AppError ? error : null;
  of.state = 'failed';
  const kept = {
    ...(of.kept ?? nothingKnown(at)),
    failure: {
      code: known?.code ?? 'internal',
      message:
        known?.message ??
        'Reading the workspace failed; the cause is in the server log. What was loaded before is kept, and it is tried again.',
      at,
    },
  };
  of.kept = kept;
  await store.write(
    (writer) => keepSyncState(writer, of.workspace.id, kept),
    () => false,
  );
}

function note(error: unknown): void {
  log.error({ err: error }, 'the store could not be written');
}
