import type { WorkspaceCoverage } from '../coverage';
import type { Delivered } from '../store/deliveries';
import { coveredSpans, daysRead, lookBackDays, windowStart } from './covered';
import type { WorkspaceProgress } from './progress';
import { within } from './spans';

/** What is told of one workspace; `now` is in epoch milliseconds. */
export function workspaceCoverage(
  { workspace, state, kept, remainingSeconds }: WorkspaceProgress,
  delivered: Delivered,
  days: number,
  now: number,
): WorkspaceCoverage {
  const survey = kept?.survey ?? null;
  const oldest = survey === null ? delivered.oldest : survey.oldest;
  const wanted = { from: windowStart(now, days), to: now };
  return {
    id: workspace.id,
    name: workspace.name,
    resourceId: workspace.resourceId ?? null,
    state,
    tablePresent: survey?.tablePresent ?? null,
    categories: survey?.categories ?? null,
    oldest,
    newest: later(survey?.newest ?? null, delivered.newest),
    newestIngested: later(survey?.newestIngested ?? null, delivered.newestIngested),
    lagSeconds: delivered.lagSeconds,
    retentionStart: hasExpired(delivered.oldest, oldest) ? oldest : null,
    spans: kept === null ? [] : within(coveredSpans(kept), wanted).map(inText),
    gaps: (kept?.gaps ?? []).map((gap) => ({ ...inText(gap), reason: gap.reason })),
    daysLoaded: kept === null ? 0 : daysRead(kept, days, now),
    daysWanted: days + lookBackDays,
    records: kept?.records ?? 0,
    unusable: kept?.unusable ?? 0,
    remainingSeconds,
    failure: kept?.failure ? { ...kept.failure, at: text(kept.failure.at) } : null,
    syncedAs: kept?.syncedAs?.name ?? null,
    lastSyncAt: kept?.lastSync == null ? null : text(kept.lastSync),
  };
}

/** Records that were delivered are older than what the workspace holds by more than the rounding of their times. */
function hasExpired(delivered: string | null, held: string | null): boolean {
  return delivered !== null && held !== null && Date.parse(delivered) < Date.parse(held) - 1000;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) < Date.parse(other) ? other : one;
}

function inText({ from, to }: { from: number; to: number }): { from: string; to: string } {
  return { from: text(from), to: text(to) };
}

function text(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
