import 'server-only';
import { z } from 'zod';
import { AppError } from './errors';

const filled = z
  .string()
  .transform((text) => text.trim())
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const guid = (mend: string) => filled.pipe(z.guid(mend).toLowerCase().optional());

const httpsOrigin = (mend: string) =>
  filled.pipe(
    z
      .url({ protocol: /^https$/, error: mend, abort: true })
      .regex(/^https:\/\/[^/?#]+\/*$/i, mend)
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
  );

const otlpAddress = filled.pipe(
  z
    .url({
      protocol: /^https?$/,
      error: 'is not an http or https address, such as http://127.0.0.1:4318',
    })
    .optional(),
);

const otlpProtocol = filled.pipe(
  z.literal('http/protobuf', { error: 'is not http/protobuf, which is what the product exports' }).optional(),
);

const workspace = z.strictObject({
  id: z.guid().toLowerCase(),
  name: z.string().trim().min(1).max(100),
  resourceId: z
    .string()
    .regex(
      /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/]+$/i,
    )
    .optional(),
});

const workspacesMend =
  'is not a JSON list such as [{"id":"<workspace id>","name":"Contoso SOC","resourceId":"/subscriptions/…"}]; give each workspace once, with its GUID and a name';

const workspaces = filled.transform((text, context): z.infer<typeof workspace>[] | undefined => {
  if (text === undefined) return undefined;
  const parsed = z.array(workspace).min(1).safeParse(parsedJson(text));
  if (parsed.success && new Set(parsed.data.map(({ id }) => id)).size === parsed.data.length)
    return parsed.data;
  context.addIssue({ code: 'custom', message: workspacesMend });
  return z.NEVER;
});

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Ids and name patterns, told apart by their form; no entry can be unusable. */
const privileged = filled.transform((text = '') => {
  const entries = text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const isId = (entry: string) => z.guid().safeParse(entry).success;
  return {
    ids: entries.filter(isId).map((entry) => entry.toLowerCase()),
    patterns: entries.filter((entry) => !isId(entry)),
  };
});

const environment = z.object({
  AUDIT_LOGS_PATH: filled,
  AUDIT_LOGS_BUNDLED: z
    .enum(['0', '1'], 'is set by `npm run demo` alone; unset it')
    .optional()
    .transform((text) => text === '1'),
  DATA_DIR: filled,
  AZURE_TENANT_ID: guid('is not a tenant id; give the Directory (tenant) ID from the Entra admin center'),
  AZURE_CLIENT_ID: guid('is not a client id; give the Application (client) ID of the app registration'),
  AZURE_CLIENT_SECRET: filled,
  AZURE_CLOUD: filled.pipe(
    z.enum(['public', 'usgov', 'china'], { error: 'is none of public, usgov, china' }).default('public'),
  ),
  AZURE_AUTHORITY_HOST: httpsOrigin(
    'is not an https address without a path, such as https://login.microsoftonline.com',
  ),
  LOG_ANALYTICS_WORKSPACES: workspaces,
  LOG_ANALYTICS_ACCESS: filled.pipe(
    z.enum(['delegated', 'application'], { error: 'is none of delegated, application' }).default('delegated'),
  ),
  LOG_ANALYTICS_ENDPOINT: httpsOrigin(
    'is not an https address without a path, such as https://api.loganalytics.azure.com',
  ),
  LOG_ANALYTICS_DAYS: filled.pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'is not a whole number of days from 1 to 9999')
      .default('730')
      .transform(Number),
  ),
  SCOPES_FILE: filled,
  EXCLUSION_RULES_FILE: filled,
  PRIVILEGED_PACKAGES: privileged,
  LOG_LEVEL: filled.pipe(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'is none of fatal, error, warn, info, debug, silent',
      })
      .default('info'),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpAddress,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: otlpAddress,
  OTEL_EXPORTER_OTLP_PROTOCOL: otlpProtocol,
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: otlpProtocol,
  OTEL_METRIC_EXPORT_INTERVAL: filled.pipe(
    z
      .string()
      .regex(/^[1-9]\d{2,6}$/, 'is not a whole number of milliseconds from 100 to 9999999')
      .default('60000')
      .transform(Number),
  ),
});

/** The environment variables as they were given, each in its own type. */
export type Variables = z.infer<typeof environment>;

/** Reads the variables. Throws `environment-invalid` naming each that cannot be used and its mend. */
export function readVariables(source: Record<string, string | undefined>): Variables {
  const parsed = environment.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'environment-invalid',
    parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '),
  );
}
