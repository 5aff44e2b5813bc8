import 'server-only';
import pino from 'pino';

/** The server's log: JSON lines on stdout. Neither tokens nor log texts of the audit records go into it. */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null });
