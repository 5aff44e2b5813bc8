import 'server-only';
import { AppError } from '../errors';
import type { Span, SyncState } from '../store/syncState';
import { ahead, overlap, toReadAgain, unread, windowStart } from './covered';
import { inSlices } from './inSlices';
import { iso, keep, patiently, type Round, stateOf } from './round';
import { day, minute, newestSlice, oldestSlice } from './slices';
import { lengthOf, merged } from './spans';

/** The service gives a record that arrives over two days late its arrival as time; the rest is room for doubt. */
const lateness = 30 * day;
const surveyEach = 60 * minute;

/**
 * Brings the store up to what the workspace holds now: what arrived since the last time, then the days not read
 * yet, newest first. Throws what the service or the store does; what was kept before stays.
 */
export async function syncWorkspace(round: Round): Promise<void> {
  const { progress, clock, fresh } = round;
  await takeSurvey(round);
  if (fresh) await keep(round, null, { ...stateOf(round), gaps: [] });
  await readArrivals(round);
  await readBack(round);
  await round.derive(true);
  await keep(round, null, { ...stateOf(round), lastSync: clock.now(), failure: null });
  progress.state = 'complete';
  progress.remainingSeconds = null;
}

/** Asks once an hour what the workspace holds; what lies before its first record needs no reading. */
async function takeSurvey(round: Round): Promise<void> {
  const { source, progress, viewer, days, fresh, clock, signal } = round;
  const state = stateOf(round);
  const now = clock.now();
  const from = windowStart(now, days);
  const known = state.survey;
  if (known?.tablePresent && !fresh && now - known.at < surveyEach && known.from - from < day) return;
  const window = { from: iso(from), to: iso(now + ahead) };
  const survey = await patiently(round, () =>
    source.survey(progress.workspace.id, window, viewer.token, { signal, fresh }),
  );
  refuseDifferingClocks(survey.clockAheadSeconds);
  const { oldest, newest, newestIngested, tablePresent, categories } = survey;
  const seen = {
    ...state,
    survey: { at: now, from, oldest, newest, newestIngested, tablePresent, categories },
  };
  await keep(round, null, tablePresent ? withBeginning(seen, known) : seen);
  if (!tablePresent)
    throw new AppError(
      'table-missing',
      'The workspace has no table AuditLogs: no diagnostic setting sends Entra audit logs there yet. Make one with the category AuditLogs; the first records can take up to three days.',
    );
}

/** Arrivals are asked for by this machine's clock, with an overlap that makes up for so much. */
const tolerableSeconds = 300;

function refuseDifferingClocks(aheadSeconds: number | null): void {
  if (aheadSeconds === null || Math.abs(aheadSeconds) <= tolerableSeconds) return;
  const minutes = Math.round(Math.abs(aheadSeconds) / 60);
  throw new AppError(
    'clock-differs',
    `The clock of this machine is ${minutes} minutes ${aheadSeconds > 0 ? 'ahead of' : 'behind'} that of Log Analytics, so records could be missed. Have it set right (NTP); reading then goes on by itself.`,
  );
}

/** What lies before the first record is read; what another reader’s survey took for that has to be read after all. */
function withBeginning(state: SyncState, before: SyncState['survey']): SyncState {
  const first = beginning(state.survey, state.anchor);
  const from = state.survey?.from ?? first;
  const covered = merged([...state.covered, { from, to: first }]);
  const taken = before?.tablePresent ? beginning(before, state.anchor) : first;
  return first < taken
    ? toReadAgain({ ...state, covered }, [{ from: first, to: taken }])
    : { ...state, covered };
}

/** When the first record is said to be from; nothing before the anchor says that there is none. */
function beginning(survey: SyncState['survey'], anchor: number): number {
  return survey?.oldest == null ? anchor : Math.min(Date.parse(survey.oldest), anchor);
}

/**
 * What arrived since the watermark, oldest first, so that the watermark can follow. Where too much arrived within
 * a second, all that it can hold is left to be read by its own time.
 */
async function readArrivals(round: Round): Promise<void> {
  const now = round.clock.now();
  let from = stateOf(round).watermark - overlap;
  const read = (state: SyncState, { to }: Span) => {
    from = to;
    return { ...state, watermark: Math.max(state.watermark, to) };
  };
  await inSlices(round, {
    by: 'ingestion_time',
    lateness,
    next: (_state, length) => (from < now ? oldestSlice({ from, to: now }, length) : null),
    read,
    givenUp: (state, slice) =>
      slice.to <= state.watermark
        ? read(state, slice)
        : toReadAgain(read(state, slice), [{ from: slice.from - lateness, to: slice.to + ahead }]),
  });
}

/** The days that were not read yet, newest first; each minute, what arrived meanwhile. */
async function readBack(round: Round): Promise<void> {
  const { progress, clock, days } = round;
  const started = clock.now();
  const start = windowStart(started, days);
  let arrivalsRead = started;
  let read = 0;
  await inSlices(round, {
    by: 'TimeGenerated',
    next: (state, length) => {
      const newest = unread(state, start).at(-1);
      if (newest === undefined) return null;
      progress.state = 'loading';
      return newestSlice(newest, length);
    },
    read: (state, slice) => ({ ...state, covered: merged([...state.covered, slice]) }),
    givenUp: (state, slice, reason) => ({ ...state, gaps: [...state.gaps, { ...slice, reason }] }),
    between: async ({ from, to }) => {
      read += to - from;
      const perMillisecond = (clock.now() - started) / 1000 / read;
      progress.remainingSeconds = lengthOf(unread(stateOf(round), start)) * perMillisecond;
      await round.derive(false);
      if (clock.now() - arrivalsRead < minute) return;
      arrivalsRead = clock.now();
      await readArrivals(round);
    },
  });
}
