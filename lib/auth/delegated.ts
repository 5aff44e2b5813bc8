import 'server-only';
import type { Workspace } from '../env';
import type { Clock } from '../inbound/clock';
import type { WorkspaceProgress } from '../inbound/progress';
import type { Viewer } from '../inbound/round';
import type { Sync } from '../inbound/workspaces';
import type { TokenSource, WorkspaceReader } from '../source/logAnalytics/workspaceReader';
import type { Store } from '../store/open';
import { PresentReaders } from './presentReaders';
import type { Reader } from './reader';
import { type Verdict, WorkspaceGate } from './workspaceGate';

export interface DelegatedOptions {
  store: Store;
  source: WorkspaceReader;
  progress: readonly WorkspaceProgress[];
  clock: Clock;
  onBehalfOf(readersToken: string): TokenSource;
}

/** Workspaces are asked as the readers who are present; what was read so is shown to readers who see the same. */
export class Delegated {
  readonly #options: DelegatedOptions;
  readonly #present: PresentReaders;
  readonly #gate: WorkspaceGate;
  #sync: Sync | null = null;

  constructor(options: DelegatedOptions) {
    this.#options = options;
    this.#present = new PresentReaders(() => options.clock.now());
    this.#gate = new WorkspaceGate({
      ...options,
      readAgain: (workspace, spans) => this.#sync?.readAgain(workspace, spans),
    });
  }

  /** Has the workspaces that wait looked at when a reader comes. */
  serve(sync: Sync): void {
    this.#sync = sync;
  }

  tokenOf({ token }: Reader): TokenSource {
    return this.#options.onBehalfOf(token ?? '');
  }

  /** Whether the reader may see what is held of each workspace; what waits for a reader is then read as them. */
  async verdicts(reader: Reader): Promise<{ workspace: Workspace; verdict: Verdict }[]> {
    const id = reader.id ?? '';
    const isNew = this.#present.offer(reader);
    const verdicts = await Promise.all(
      this.#options.progress.map(async (of) => ({
        workspace: of.workspace,
        verdict: await this.#gate.verdict(id, this.tokenOf(reader), of),
      })),
    );
    if (isNew) this.#sync?.tryAs(id);
    return verdicts;
  }

  /** The reader who is present as whom the workspace can be read: rather one who sees more than is held. */
  async viewerOf(workspace: string, refused: ReadonlySet<string | null>): Promise<Viewer | null> {
    const of = this.#options.progress.find((each) => each.workspace.id === workspace);
    if (of === undefined) return null;
    let found: Viewer | null = null;
    for (const { id, name } of this.#present.all()) {
      if (refused.has(id)) continue;
      const token = this.#present.tokenOf(id, this.#options.onBehalfOf);
      const verdict = await this.#gate.verdict(id, token, of);
      if (verdict.kind === 'different' && verdict.fewer === 0) return { id, name, token };
      if (verdict.kind === 'granted') found ??= { id, name, token };
    }
    return found;
  }
}
