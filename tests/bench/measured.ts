/** Runs the work once and prints what it took, for `run.ts` to read. */
export async function measured(work: (file: string) => Promise<string>): Promise<void> {
  const [, , file = ''] = process.argv;
  const started = performance.now();
  const note = await work(file);
  const ms = Math.round(performance.now() - started);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ ms, peakMb, note }));
  process.exit(0);
}
