import 'server-only';
import { z } from 'zod';
import { AppError } from './errors';

const filled = z
  .string()
  .transform((text) => text.trim())
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const environment = z.object({
  AUDIT_LOGS_PATH: filled,
  AUDIT_LOGS_BUNDLED: z
    .enum(['0', '1'], 'is set by `npm run demo` alone; unset it')
    .optional()
    .transform((text) => text === '1'),
  DATA_DIR: filled,
  AZURE_TENANT_ID: filled.pipe(
    z
      .guid('is not a tenant id; give the Directory (tenant) ID from the Entra admin center')
      .toLowerCase()
      .optional(),
  ),
  LOG_LEVEL: filled.pipe(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'is none of fatal, error, warn, info, debug, silent',
      })
      .default('info'),
  ),
});

export interface Env {
  auditLogsPath: string;
  /** True when the path holds the data that `npm run demo` generated. */
  bundled: boolean;
  dataDir: string | null;
  tenant: string | null;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
}

/** Reads the environment once, at start. Throws `environment-invalid` naming each variable and its mend. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(source);
  if (!parsed.success)
    throw new AppError(
      'environment-invalid',
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '),
    );
  const { AUDIT_LOGS_PATH, AUDIT_LOGS_BUNDLED, DATA_DIR, AZURE_TENANT_ID, LOG_LEVEL } = parsed.data;
  if (!AUDIT_LOGS_PATH)
    throw new AppError(
      'environment-invalid',
      'AUDIT_LOGS_PATH is not set. Set it to a file or folder of exported audit logs, or run `npm run demo` for bundled data.',
    );
  return {
    auditLogsPath: AUDIT_LOGS_PATH,
    bundled: AUDIT_LOGS_BUNDLED,
    dataDir: DATA_DIR ?? null,
    tenant: AZURE_TENANT_ID ?? null,
    logLevel: LOG_LEVEL,
  };
}
