import 'server-only';
import { rm } from 'node:fs/promises';
import { AppError } from '../errors';
import type { Bounds, Fetched } from '../source/logAnalytics/workspaceReader';
import type { Span, SyncState } from '../store/syncState';
import { iso, keep, patiently, type Round, stateOf } from './round';
import { firstLength, lengthAfter, lengthOfPart } from './slices';

/** What is to be read, slice by slice. */
export interface Plan {
  by: Bounds['by'];
  /** How far before a slice of arrivals `TimeGenerated` may lie, in milliseconds. */
  lateness?: number;
  /** The next slice, at most `length` milliseconds of what is left; null when nothing is. */
  next(state: SyncState, length: number): Span | null;
  /** What is known once a slice was read whole. */
  read(state: SyncState, slice: Span): SyncState;
  /** What is known once a slice that cannot be split was too much; `reason` has the service's words. */
  givenUp(state: SyncState, slice: Span, reason: string): SyncState;
  /** What is to be done between two slices. */
  between?(slice: Span): Promise<void>;
}

/**
 * Reads until nothing is left, in slices that become shorter when the service gives an answer in part or
 * late, and longer when there is little in them. A part is never kept: the slice is split, and given up when it is
 * too short for that. One that short is never late for what is in it: then the service answers nothing, and
 * `workspace-unavailable` is thrown. Each slice is kept with its marker, so that the reading can be cut off anywhere.
 */
export async function inSlices(round: Round, plan: Plan): Promise<void> {
  let length = firstLength;
  for (;;) {
    const slice = plan.next(stateOf(round), length);
    if (slice === null) return;
    const answer = await readSlice(round, plan, slice);
    if ('tooMuch' in answer) {
      const part = lengthOfPart(slice);
      if (part !== null) {
        length = part;
        continue;
      }
      if (answer.isSlow) throw neverInTime(round);
      await keep(round, null, plan.givenUp(stateOf(round), slice, answer.tooMuch));
    } else {
      await keep(round, answer, plan.read(stateOf(round), slice));
      length = lengthAfter(length, answer);
    }
    await plan.between?.(slice);
  }
}

/** Why the service would not give a slice, and whether that is the time which it takes. */
interface TooMuch {
  tooMuch: string;
  isSlow: boolean;
}

/** The records of a slice, all of them, or why the service would not give them in one answer. */
async function readSlice(round: Round, { by, lateness }: Plan, slice: Span): Promise<Fetched | TooMuch> {
  const { source, progress, viewer, fresh, signal } = round;
  const bounds: Bounds = {
    by,
    from: iso(slice.from),
    to: iso(slice.to),
    ...(lateness !== undefined && { generatedFrom: iso(slice.from - lateness) }),
  };
  try {
    const fetched = await patiently(round, () =>
      source.fetch(progress.workspace.id, bounds, viewer.token, { signal, fresh }),
    );
    if (fetched.complete) return fetched;
    await rm(fetched.file, { force: true });
    return {
      tooMuch: fetched.partialReason ?? 'The service answered in part and did not say why.',
      isSlow: false,
    };
  } catch (error) {
    if (
      error instanceof AppError &&
      (error.code === 'workspace-too-much' || error.code === 'workspace-too-slow')
    )
      return { tooMuch: error.message, isSlow: error.code === 'workspace-too-slow' };
    throw error;
  }
}

function neverInTime({ progress }: Round): AppError {
  return new AppError(
    'workspace-unavailable',
    `Log Analytics does not answer in time for workspace ${progress.workspace.id}, not even about one second of records. What was read is kept, and it is tried again.`,
  );
}
