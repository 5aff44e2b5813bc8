import 'server-only';
import { AppError } from './errors';
import { readVariables, type Variables } from './variables';

export type Cloud = Variables['AZURE_CLOUD'];

/** A Log Analytics workspace: its id is the workspace's GUID, `resourceId` its Azure Resource Manager id. */
export interface Workspace {
  id: string;
  name: string;
  resourceId?: string | undefined;
}

/** Where audit records come from. */
export type SourceEnv =
  /** `bundled` is true when the path holds the data that `npm run demo` generated. */
  | { kind: 'files'; path: string; bundled: boolean }
  | {
      kind: 'log-analytics';
      workspaces: readonly Workspace[];
      /** Whether the workspaces are queried as the reader who is present, or as the application itself. */
      access: 'delegated' | 'application';
      /** How many days back records are loaded. */
      days: number;
      /** Another query endpoint than the cloud's own, without `/v1`; null for the cloud's own. */
      endpoint: string | null;
    };

/** The app registration that readers sign in to. */
export interface SignInEnv {
  tenant: string;
  clientId: string;
  /** Origin of the authority, such as `https://login.microsoftonline.com`; never with a trailing slash. */
  authorityHost: string;
  /** File that maps scoped readers to what they may see; null when there is none. */
  scopesFile: string | null;
}

export interface Env {
  source: SourceEnv;
  /** Null when sign-in is off, and the product listens on this machine alone. */
  signIn: SignInEnv | null;
  cloud: Cloud;
  /** For on-behalf-of in delegated access; null where it is not set. */
  clientSecret: string | null;
  dataDir: string | null;
  /** Tenant of records that carry none. */
  tenant: string | null;
  /** File of the exclusion rules; null when there is none. */
  exclusionRulesFile: string | null;
  /** The packages that the organisation says are privileged. */
  privileged: Variables['PRIVILEGED_PACKAGES'];
  logLevel: Variables['LOG_LEVEL'];
  /** How often metrics are exported, in milliseconds; null when no `OTEL_EXPORTER_OTLP_*` address is set. */
  metricsEveryMs: number | null;
}

const authorityHosts: Record<Cloud, string> = {
  public: 'https://login.microsoftonline.com',
  usgov: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
};

/** Reads the environment once, at start. Throws `environment-invalid` naming each variable and its mend. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read = readVariables(source);
  return {
    source: sourceOf(read),
    signIn: signInOf(read),
    cloud: read.AZURE_CLOUD,
    clientSecret: read.AZURE_CLIENT_SECRET ?? null,
    dataDir: read.DATA_DIR ?? null,
    tenant: read.AZURE_TENANT_ID ?? null,
    exclusionRulesFile: read.EXCLUSION_RULES_FILE ?? null,
    privileged: read.PRIVILEGED_PACKAGES,
    logLevel: read.LOG_LEVEL,
    metricsEveryMs:
      (read.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT ?? read.OTEL_EXPORTER_OTLP_ENDPOINT)
        ? read.OTEL_METRIC_EXPORT_INTERVAL
        : null,
  };
}

function sourceOf(read: Variables): SourceEnv {
  if (read.LOG_ANALYTICS_WORKSPACES) {
    if (read.AUDIT_LOGS_PATH)
      throw new AppError(
        'environment-invalid',
        'LOG_ANALYTICS_WORKSPACES and AUDIT_LOGS_PATH are both set. Keep one of the two sources.',
      );
    return {
      kind: 'log-analytics',
      workspaces: read.LOG_ANALYTICS_WORKSPACES,
      access: read.LOG_ANALYTICS_ACCESS,
      days: read.LOG_ANALYTICS_DAYS,
      endpoint: read.LOG_ANALYTICS_ENDPOINT ?? null,
    };
  }
  if (!read.AUDIT_LOGS_PATH)
    throw new AppError(
      'environment-invalid',
      'AUDIT_LOGS_PATH is not set. Set it to a file or folder of exported audit logs, set LOG_ANALYTICS_WORKSPACES to read a workspace, or run `npm run demo` for bundled data.',
    );
  return { kind: 'files', path: read.AUDIT_LOGS_PATH, bundled: read.AUDIT_LOGS_BUNDLED };
}

function signInOf(read: Variables): SignInEnv | null {
  if (!read.AZURE_CLIENT_ID) return null;
  if (!read.AZURE_TENANT_ID)
    throw new AppError(
      'environment-invalid',
      'AZURE_CLIENT_ID is set and AZURE_TENANT_ID is not. Give the Directory (tenant) ID that readers sign in to.',
    );
  return {
    tenant: read.AZURE_TENANT_ID,
    clientId: read.AZURE_CLIENT_ID,
    authorityHost: read.AZURE_AUTHORITY_HOST ?? authorityHosts[read.AZURE_CLOUD],
    scopesFile: read.SCOPES_FILE ?? null,
  };
}
