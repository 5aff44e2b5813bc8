import type { Span, SyncState } from '../store/syncState';
import { day, minute } from './slices';
import { lengthOf, merged, within, without } from './spans';

/** Read before the days that are wanted, so that a request decided in the first of them keeps its reason. */
export const lookBackDays = 30;
/** A record can be queried this much later than its time of arrival says. */
export const overlap = 10 * minute;
/** A record's own time may be this far ahead; the service replaces one that is further (Azure Monitor, “Log data ingestion time”). */
export const ahead = day;

/** What is known of a workspace before the first question to it. */
export function nothingKnown(now: number): SyncState {
  return {
    anchor: now,
    watermark: now,
    covered: [],
    gaps: [],
    records: 0,
    unusable: 0,
    survey: null,
    syncedAs: null,
    lastSync: null,
    failure: null,
  };
}

/** Where the days that are wanted begin, look-back included. */
export function windowStart(now: number, days: number): number {
  return now - (days + lookBackDays) * day;
}

/** Spans of `TimeGenerated` from `from` on that are neither read nor given up, oldest first. */
export function unread({ anchor, covered, gaps }: SyncState, from: number): Span[] {
  return without([{ from, to: anchor + ahead }], [...covered, ...gaps]);
}

/** The spans of `TimeGenerated` in which the store holds all that had arrived by the watermark, oldest first. */
export function coveredSpans({ anchor, watermark, covered }: SyncState): Span[] {
  const reachesArrivals = covered.some(({ to }) => to >= anchor + ahead);
  return merged([...covered, ...(reachesArrivals ? [{ from: anchor, to: watermark + ahead }] : [])]);
}

/** The same, but that these spans of `TimeGenerated` have to be read again. */
export function toReadAgain(state: SyncState, spans: readonly Span[]): SyncState {
  return { ...state, anchor: state.watermark, covered: without(coveredSpans(state), spans) };
}

/** How many of the wanted days were read, look-back included. */
export function daysRead(state: SyncState, days: number, now: number): number {
  return lengthOf(within(coveredSpans(state), { from: windowStart(now, days), to: now })) / day;
}
