import 'server-only';
import { startServer } from './server';

/** Starts the product, or ends the process with the sentence that says what is wrong. */
export async function start(): Promise<void> {
  try {
    await startServer(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
