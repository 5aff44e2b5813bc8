/** Runs once when the server process starts: a wrong environment stops it with a sentence, not a stack. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./lib/start')).start();
}
