import 'server-only';
import pino, { type Logger } from 'pino';
import { AppError } from './errors';

/** Next bundles start-up code and routes apart, and the level holds for both: the one log hangs on the process. */
const held = globalThis as { accessPackageApprovalsLog?: Logger };

/**
 * The server's log: JSON lines on stdout, at the level that the environment sets once it is read. Neither tokens
 * nor texts of the audit records go into it.
 */
held.accessPackageApprovalsLog ??= pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  serializers: { err: described },
});
export const log = held.accessPackageApprovalsLog;

/** An error as the log says it. Its other properties stay out: clients hang whole requests on them, tokens included. */
interface Described {
  type: string;
  code?: string;
  message: string;
  /** The nearest lines of its stack. */
  at?: string[];
  cause?: Described;
}

function described(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const at = error.stack?.match(/^ {4}at .+$/gm)?.slice(0, 6) ?? [];
  return {
    type: error.name,
    ...(code !== null && { code }),
    message: error instanceof AppError ? error.message : withoutValues(error),
    ...(!(error instanceof AppError) && { at: at.map((line) => line.trim().slice(0, 300)) }),
    ...(error.cause !== undefined && depth < 4 && { cause: described(error.cause, depth + 1) }),
  };
}

/**
 * The first line of what an error says, without what it quotes: DuckDB cites the value that it could not take, and
 * parsers the text.
 */
export function withoutValues(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line
    .replace(/eyJ[\w-]+\.[\w.-]*/g, '…')
    .replace(/(["'`“‘]).*["'`”’]/g, '$1…$1')
    .slice(0, 300);
}
