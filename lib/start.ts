import 'server-only';
import { AppError } from './errors';
import { startServer } from './server';

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** The address that the command line makes Next listen on; every address of the machine when it names none. */
function listensOn(args: readonly string[]): string | null {
  const at = args.findLastIndex((arg) => /^(-H|--hostname)(=|$)/.test(arg));
  const arg = args[at];
  if (arg === undefined) return null;
  return arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (args[at + 1] ?? null);
}

/** Starts the product, or ends the process with the sentence that says what is wrong. */
export async function start(): Promise<void> {
  try {
    if (!loopback.includes(listensOn(process.argv) ?? ''))
      throw new AppError(
        'environment-invalid',
        'Without sign-in the product listens on this machine only. Start it with `npm start`, `npm run dev` or `npm run demo`, and give no other address.',
      );
    await startServer(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
