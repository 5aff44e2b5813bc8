import 'server-only';
import pino from 'pino';

/**
 * The server's log: JSON lines on stdout, at the level that the environment sets once it is read. Neither tokens
 * nor texts of the audit records go into it.
 */
export const log = pino({ base: null });
