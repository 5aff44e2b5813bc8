import pino from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { log } from '@/lib/log';

/** The lines that the log writes during each test of a file, as they would stand on stdout. */
export function logged(): { lines(): string[] } {
  let written: string[] = [];
  const out: { write(line: string): unknown } = Reflect.get(log, pino.symbols.streamSym);
  const { write } = out;
  beforeEach(() => {
    written = [];
    log.level = 'info';
    out.write = (line) => written.push(line);
  });
  afterEach(() => {
    log.level = 'silent';
    out.write = write;
  });
  return { lines: () => written };
}
