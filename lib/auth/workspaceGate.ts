import 'server-only';
import type { Workspace } from '../env';
import { AppError } from '../errors';
import type { Clock } from '../inbound/clock';
import { coveredSpans, overlap } from '../inbound/covered';
import type { WorkspaceProgress } from '../inbound/progress';
import { iso } from '../inbound/round';
import { day, minute } from '../inbound/slices';
import { lengthOf, within } from '../inbound/spans';
import type { TokenSource, WorkspaceReader } from '../source/logAnalytics/workspaceReader';
import { deliveredByDay } from '../store/deliveries';
import type { Store } from '../store/open';
import type { Span, SyncState } from '../store/syncState';
import { compareViews } from './compareViews';

/** Whether a reader may see what the store holds of a workspace. */
export type Verdict =
  /** Their own token sees the same, or nothing is held that somebody else has read. */
  | { kind: 'granted' }
  /** It sees other records on some days; `spans` are those days where it sees more, and nowhere fewer. */
  | { kind: 'different'; days: number; fewer: number; syncedAs: string; spans: readonly Span[] }
  /** It could not be asked. */
  | { kind: 'refused'; error: AppError };

interface Remembered {
  verdict: Promise<Verdict>;
  until: number;
  /** The verdict holds for what was held then. */
  held: string;
}

const grantedFor = 5 * minute;
/** Anything else is looked at again soon: a role was given, or days were read again. */
const otherwiseFor = 30_000;
/** While it grows, what is held is compared again this often. */
const growingFor = 30_000;
const probeMs = 60_000;
/** Days that a reader sees more of are read again at most this often. */
const readAgainEach = 10 * minute;

export interface GateOptions {
  store: Store;
  source: WorkspaceReader;
  progress: readonly WorkspaceProgress[];
  clock: Clock;
  /** Has spans read again, under the token of a reader who sees more in them. */
  readAgain(workspace: string, spans: readonly Span[]): void;
}

/**
 * Compares, workspace by workspace, what a reader's own token sees with what the store holds. What arrived within
 * the last ten minutes is left out, since it reaches the service's answers one after the other.
 */
export class WorkspaceGate {
  readonly #options: GateOptions;
  readonly #remembered = new Map<string, Remembered>();
  readonly #readAgainAt = new Map<string, number>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** The verdict for one reader; questions at the same time share one probe. */
  async verdict(reader: string, token: TokenSource, of: WorkspaceProgress): Promise<Verdict> {
    const { kept, workspace } = of;
    if (kept === null || isNobodyElses(kept, reader)) return { kind: 'granted' };
    const now = this.#options.clock.now();
    const key = `${reader} ${workspace.id}`;
    const held = `${lengthOf(kept.covered)}`;
    const known = this.#remembered.get(key);
    if (known && now < known.until && (known.held === held || now < known.until - grantedFor + growingFor))
      return known.verdict;
    for (const [old, { until }] of this.#remembered) if (until <= now) this.#remembered.delete(old);
    const remembered = { verdict: this.#probe(token, workspace, kept), until: now + grantedFor, held };
    this.#remembered.set(key, remembered);
    const verdict = await remembered.verdict.catch((error: unknown) => {
      this.#remembered.delete(key);
      throw error;
    });
    if (verdict.kind !== 'granted') remembered.until = isOfTheToken(verdict) ? now : now + otherwiseFor;
    if (verdict.kind === 'different' && verdict.fewer === 0) this.#haveReadAgain(workspace.id, verdict.spans);
    return verdict;
  }

  async #probe(token: TokenSource, { id }: Workspace, kept: SyncState): Promise<Verdict> {
    const { store, source, clock } = this.#options;
    const signal = AbortSignal.timeout(probeMs);
    const ingestedTo = kept.watermark - overlap;
    const heldIn = (spans: readonly Span[]) => deliveredByDay(store, id, spans, ingestedTo);
    const seenIn = async (spans: readonly Span[]) => {
      const seen = new Map<string, number>();
      for (const { from, to } of spans) {
        const window = { from: iso(from), to: iso(to), ingestedTo: iso(ingestedTo) };
        const counts = await source.countsByDay(id, window, token, { signal });
        for (const [day, records] of counts) seen.set(day, (seen.get(day) ?? 0) + records);
      }
      return seen;
    };
    try {
      const all = coveredSpans(kept);
      // Without anything to compare it still has to be seen that the workspace answers this reader.
      if (all.length === 0) await seenIn([{ from: clock.now() - day, to: clock.now() }]);
      let { before, after } = aroundExpiry(all, kept, clock.now());
      if ((await heldIn(after)).size === 0) ({ before, after } = { before: [], after: all });
      const compared = compareViews(await heldIn(after), await seenIn(after));
      const earlier = compareViews(await heldIn(before), await seenIn(before));
      return verdictOf(
        compared.fewer,
        [...daysWithin(after, compared.more), ...daysWithin(before, earlier.more)],
        kept,
      );
    } catch (error) {
      if (error instanceof AppError) return { kind: 'refused', error };
      if (!signal.aborted) throw error;
      return { kind: 'refused', error: new AppError('workspace-unavailable', tooSlow, { cause: error }) };
    }
  }

  #haveReadAgain(workspace: string, spans: readonly Span[]): void {
    const now = this.#options.clock.now();
    if (now < (this.#readAgainAt.get(workspace) ?? 0)) return;
    this.#readAgainAt.set(workspace, now + readAgainEach);
    this.#options.readAgain(workspace, spans);
  }
}

const tooSlow =
  'Log Analytics did not answer within a minute what you may see of this workspace. Try again in a moment.';

/** True for a refusal that the reader mends by coming back with another token. */
function isOfTheToken(verdict: Verdict): boolean {
  return verdict.kind === 'refused' && ['challenge', 'token-expired'].includes(verdict.error.code);
}

/** True before anything was read, and for the one reader who has read, while there is nothing to show. */
function isNobodyElses({ records, syncedAs }: SyncState, reader: string): boolean {
  return syncedAs === null || (records === 0 && syncedAs.id === reader);
}

/**
 * The spans before the oldest record that the workspace held when it was last looked up, where a reader can only
 * see more, and those after it that cannot have expired since then.
 */
function aroundExpiry(spans: readonly Span[], { survey }: SyncState, now: number) {
  if (survey === null || survey.oldest === null) return { before: [], after: [...spans] };
  const oldest = Date.parse(survey.oldest);
  return {
    before: within(spans, { from: 0, to: oldest }),
    after: within(spans, { from: oldest + Math.max(0, now - survey.at), to: Number.MAX_SAFE_INTEGER }),
  };
}

function daysWithin(spans: readonly Span[], days: readonly string[]): Span[] {
  return days.flatMap((text) => {
    const from = Date.parse(`${text}T00:00:00Z`);
    return within(spans, { from, to: from + day });
  });
}

function verdictOf(fewer: readonly string[], more: readonly Span[], { syncedAs }: SyncState): Verdict {
  if (fewer.length + more.length === 0) return { kind: 'granted' };
  return {
    kind: 'different',
    days: fewer.length + more.length,
    fewer: fewer.length,
    syncedAs: syncedAs?.name ?? 'another reader',
    spans: more,
  };
}
