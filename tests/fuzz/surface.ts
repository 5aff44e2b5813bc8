import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';

/** Whether the product used an input, or refused it in its own words. */
export type Answered = 'accepted' | 'refused';

/** One way into the product for what comes from outside. */
export interface Surface<T> {
  inputs: fc.Arbitrary<T>;
  /** Gives one input to the product. Throws when the product did what it must never do. */
  check(input: T): Promise<Answered> | Answered;
  /** The like of a long input, half as long; null for one that is not long. */
  half?(input: T): T | null;
}

/** What a number of inputs did to a surface. */
export interface Outcome {
  inputs: number;
  accepted: number;
  refused: number;
  /** Each with the seed and the path that give its input again. */
  failures: string[];
}

/** Processor time past which an input must be long, and half of it take about half of that; none may take `mostMs`. */
const longestMs = 2_000;
const mostMs = 10_000;
/**
 * What half of an input takes of the whole: a half where each byte takes the same, a quarter where it takes more the more
 * there are, and all of it where something else takes the time.
 */
const ofHalf = { least: 0.36, most: 0.75 };
/** Inputs between which a failure ends what it was found in; the next ones are tried nevertheless. */
const batch = 10_000;

/** Gives a surface so many inputs, the same ones for the same seed. */
export async function fuzz<T>(surface: Surface<T>, inputs: number, seed: number): Promise<Outcome> {
  const outcome: Outcome = { inputs: 0, accepted: 0, refused: 0, failures: [] };
  for (let begun = 0; begun < inputs; begun += batch) {
    const run = { seed: seed + begun / batch, numRuns: Math.min(batch, inputs - begun) };
    const property = fc.asyncProperty(surface.inputs, async (input) => {
      const { answered, tookMs } = await timed(surface, input);
      outcome.inputs++;
      outcome[answered]++;
      if (tookMs < longestMs) return;
      const half = surface.half?.(input) ?? null;
      const halfMs = half === null ? 0 : (await timed(surface, half)).tookMs;
      const isLong = halfMs > tookMs * ofHalf.least && halfMs < tookMs * ofHalf.most;
      expectThat(isLong && tookMs < mostMs, `one input took ${tookMs} ms, and half of it ${halfMs} ms`);
    });
    const details = await fc.check(property, run);
    if (details.failed)
      outcome.failures.push(`${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`);
  }
  return outcome;
}

async function timed<T>(surface: Surface<T>, input: T): Promise<{ answered: Answered; tookMs: number }> {
  const before = process.cpuUsage();
  const answered = await surface.check(input);
  const { user, system } = process.cpuUsage(before);
  return { answered, tookMs: (user + system) / 1000 };
}

/** Throws, with what was found beside it, when something does not hold. */
export function expectThat(holds: boolean, sentence: string, found?: unknown): asserts holds {
  if (!holds) throw new Error(found === undefined ? sentence : `${sentence}: ${JSON.stringify(found)}`);
}

export function expectSame(found: unknown, expected: unknown, sentence: string): void {
  if (!isDeepStrictEqual(found, expected)) expectThat(false, sentence, { found, expected });
}
