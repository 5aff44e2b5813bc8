import 'server-only';
import { applicationToken } from '../auth/application';
import { Delegated } from '../auth/delegated';
import { onBehalfOf } from '../auth/onBehalfOf';
import type { Reader } from '../auth/reader';
import type { SignInEnv, Workspace } from '../env';
import { AppError } from '../errors';
import type { TokenSource, WorkspaceReader } from '../source/logAnalytics/workspaceReader';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import type { Deriving } from './deriving';
import { type WorkspaceProgress, type WorkspacesProgress, workspacesProgress } from './progress';
import { type Sync, startWorkspaces } from './workspaces';

/** As whom the workspaces are asked. */
export type Access =
  | { kind: 'application'; token: TokenSource }
  | { kind: 'delegated'; onBehalfOf(readersToken: string): TokenSource };

/** What a workspace's owner needs to know to let the product in. */
export interface Setup {
  access: Access['kind'];
  tenant: string;
  clientId: string;
  /** Origin of the Azure portal. */
  portal: string;
}

/** The running connection to Log Analytics. */
export interface Live {
  setup: Setup;
  /** How many days back records are wanted. */
  days: number;
  clock: Clock;
  source: WorkspaceReader;
  sync: Sync;
  progress: WorkspacesProgress;
  /** Null when the workspaces are asked as the application. */
  delegated: Delegated | null;
  /** Under which token a reader's own question goes to a workspace. */
  tokenOf(reader: Reader): TokenSource;
}

export interface LiveOptions extends Deriving {
  setup: Setup;
  store: Store;
  workspaces: readonly Workspace[];
  days: number;
  source: WorkspaceReader;
  access: Access;
  clock: Clock;
}

/** Starts to bring the workspaces into the store; `progress` tells how far that is. */
export async function startLive({ workspaces, access, ...options }: LiveOptions): Promise<Live> {
  const { setup, days, clock, source } = options;
  const progress: WorkspaceProgress[] = workspaces.map((workspace) => ({
    workspace,
    state: access.kind === 'delegated' ? 'waiting' : 'loading',
    kept: null,
    remainingSeconds: null,
  }));
  if (access.kind === 'application') {
    const itself = { id: null, name: 'application', token: access.token };
    const sync = await startWorkspaces({
      ...options,
      progress,
      viewerOf: async (_workspace, refused) => (refused.has(null) ? null : itself),
    });
    const tokenOf = () => access.token;
    return {
      setup,
      days,
      clock,
      source,
      sync,
      progress: workspacesProgress(progress),
      delegated: null,
      tokenOf,
    };
  }
  const delegated = new Delegated({ ...options, progress, onBehalfOf: access.onBehalfOf });
  const sync = await startWorkspaces({
    ...options,
    progress,
    viewerOf: (workspace, refused) => delegated.viewerOf(workspace, refused),
  });
  delegated.serve(sync);
  const tokenOf = (reader: Reader) => delegated.tokenOf(reader);
  return { setup, days, clock, source, sync, progress: workspacesProgress(progress), delegated, tokenOf };
}

/** As whom the environment says that the workspaces are asked. Throws `environment-invalid` for what is missing. */
export function accessOf(
  signIn: SignInEnv,
  clientSecret: string | null,
  kind: Access['kind'],
  audience: string,
): Access {
  if (kind === 'application') return { kind, token: applicationToken(signIn, audience) };
  if (clientSecret === null)
    throw new AppError(
      'environment-invalid',
      'LOG_ANALYTICS_ACCESS is delegated, for which AZURE_CLIENT_SECRET is needed. Give a secret of the app registration, or set LOG_ANALYTICS_ACCESS to application.',
    );
  return { kind, onBehalfOf: onBehalfOf({ ...signIn, clientSecret, audience }) };
}
