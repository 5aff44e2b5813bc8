import type { Clause } from '@/lib/filter/clause';
import { listFields } from '@/lib/filter/fields';
import { hoursBefore } from '@/lib/filter/instant';
import type { AccessRequest, Decision } from '@/lib/request';
import { type Facet, type FacetField, facetFields, type SummaryAnswer, tookBounds } from '@/lib/summary';
import { matches } from '../filter/plainPredicate';

/**
 * The numbers of a summary, in plain TypeScript over the wire rows and with none of the store's code: the measure
 * that its SQL is tested against. Names and the cells of the scatter are left to tests of their own.
 */
export function plainSummary(all: readonly AccessRequest[], clauses: readonly Clause[]) {
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const kept = (...left: Clause['field'][]) =>
    all.filter((request) =>
      matches(
        request,
        clauses.filter(({ field }) => !left.includes(field)),
      ),
    );
  const matching = kept();
  const outcome = (...words: string[]) => kept('outcome').filter((r) => words.includes(r.outcome)).length;
  const baseline = plainBaseline(all, clauses);
  const scattered = kept('took', 'decided');
  const ofChart = baseline ?? fast(tooks(scattered));
  return {
    requests: matching.length,
    all: all.filter((request) => matches(request, scope)).length,
    medianSeconds: told(tooks(matching), 0.5),
    medianOf: tooks(matching).length,
    approvedByPeople: outcome('approved'),
    noHumanDecision: outcome(...noHuman),
    denied: outcome('denied'),
    pending: outcome('pending'),
    noReason: kept('requestorReason').filter(isNoReason).length,
    worthALook: kept('strength').filter(isWorthALook).length,
    unchecked: kept('strength').filter((r) => r.checks === null).length,
    facets: Object.fromEntries(
      facetFields.map((field) => [field, plainFacet(kept(field), field, clauses)]),
    ) as Record<FacetField, ReturnType<typeof plainFacet>>,
    took: plainTook(kept('took'), baseline),
    scatter: {
      ...plainMarks(scattered),
      byPeople: tooks(scattered).length,
      byNoHuman: scattered.filter((r) => noHuman.includes(r.outcome)).length,
      fastSeconds: ofChart?.seconds ?? null,
      fastOf: ofChart && { percentile: ofChart.percentile, requests: ofChart.requests },
    },
    ...plainWeeks(kept('decided')),
    packages: plainCompared(kept('package'), (r) => one(r.packageId), {
      reasons: (_, rows) => ({ of: rows.length, none: rows.filter(isNoReason).length }),
      noHuman: (rows) => rows.filter((r) => noHuman.includes(r.outcome)).length,
    }),
    approvers: plainCompared(kept('approver'), approverIds, {
      reasons(id, rows) {
        const own = rows.flatMap((r) => r.decisions).filter((decision) => decision.approverId === id);
        return { of: own.length, none: own.filter(isUnexplained).length };
      },
      noHuman: () => 0,
    }),
  };
}

const noHuman = ['auto-approved', 'assigned', 'policy-assigned'];
const isNone = (state: string) => state === 'empty' || state === 'absent';
const isNoReason = (request: AccessRequest) => isNone(request.requestorJustification.state);
const isUnexplained = (decision: Decision) => isNone(decision.justification.state);
export const isWorthALook = ({ checks }: AccessRequest) =>
  (checks ?? []).some(({ strength }) => strength !== 'low');
const one = (value: string | null) => (value === null ? [] : [value]);

/** Seconds to approve of those that have one, least first. */
export function tooks(requests: readonly AccessRequest[]): number[] {
  return requests.flatMap((r) => r.timeToApproveSeconds ?? []).sort((a, b) => a - b);
}

/** The quantile of sorted numbers, between its two neighbours in proportion; null of fewer than eight. */
export function told(sorted: readonly number[], quantile: number): number | null {
  if (sorted.length < 8) return null;
  const place = (sorted.length - 1) * quantile;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.round((low + (high - low) * (place - Math.floor(place))) * 1000) / 1000;
}

function fast(sorted: readonly number[]) {
  const percentile = sorted.length >= 50 ? 1 : 5;
  const seconds = told(sorted, percentile / 100);
  return seconds === null ? null : { seconds, percentile, requests: sorted.length };
}

function approverIds(request: AccessRequest): string[] {
  return [...new Set(request.decisions.flatMap((decision) => one(decision.approverId)))];
}

function plainFacet(requests: readonly AccessRequest[], field: FacetField, clauses: readonly Clause[]) {
  const valuesOf = (r: AccessRequest): string[] =>
    ({
      outcome: () => [r.outcome],
      package: () => one(r.packageId),
      policy: () => one(r.policyId),
      approver: () => approverIds(r),
      requestor: () => one(r.requestorId),
      target: () => one(r.targetId),
      check: () => (r.checks ?? []).map(({ id }) => id),
      strength: () => [r.checks === null ? 'unknown' : (r.checks[0]?.strength ?? 'none')],
      client: () => [r.client],
      requestorReason: () => [r.requestorJustification.state],
      approverReason: () => [...new Set(r.decisions.map((decision) => decision.justification.state))],
      kind: () => [r.kind],
      delivery: () => one(r.delivery),
      userType: () => [r.userType],
      tenant: () => [r.tenant],
    })[field]();
  const counts = countsOf(requests.flatMap(valuesOf));
  const chosen = clauses.flatMap((clause) => {
    if (clause.field !== field) return [];
    return clause.kind === 'one-of' ? clause.values : clause.kind === 'any-of' ? clause.ids : [];
  });
  const always = [...Object.keys(listFields[field].words ?? {}), ...chosen];
  const found = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const listed = new Map([
    ...always.map((value) => [value, counts.get(value) ?? 0] as const),
    ...found.slice(0, 50),
  ]);
  return { values: Object.fromEntries(listed), more: found.filter(([value]) => !listed.has(value)).length };
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const barOf = (seconds: number) => tookBounds.filter((bound) => bound <= seconds).length;

function plainTook(requests: readonly AccessRequest[], baseline: ReturnType<typeof plainBaseline>) {
  const own = tooks(requests);
  const inBar = (sorted: readonly number[], bar: number) =>
    sorted.filter((seconds) => barOf(seconds) === bar).length;
  const inView = (bar: number) =>
    requests.filter((r) => r.timeToApproveSeconds !== null && barOf(r.timeToApproveSeconds) === bar);
  return {
    bars: Array.from({ length: tookBounds.length + 1 }, (_, bar) => ({
      fromSeconds: tookBounds[bar - 1] ?? null,
      toSeconds: tookBounds[bar] ?? null,
      requests: inBar(own, bar),
      look: inView(bar).filter(isWorthALook).length,
      baseline:
        baseline && Math.round((inBar(baseline.tooks, bar) / baseline.requests) * own.length * 100) / 100,
    })),
    requests: own.length,
    medianSeconds: told(own, 0.5),
    baseline: baseline && {
      of: baseline.of,
      id: baseline.id,
      requests: baseline.requests,
      from: baseline.from,
      to: baseline.to,
      medianSeconds: told(baseline.tooks, 0.5),
      fastSeconds: baseline.seconds,
    },
  };
}

function plainBaseline(all: readonly AccessRequest[], clauses: readonly Clause[]) {
  const picked = (field: 'approver' | 'package') =>
    clauses.find(
      (clause) =>
        clause.kind === 'any-of' &&
        clause.field === field &&
        !clause.not &&
        clause.ids.length === 1 &&
        clause.texts.length === 0,
    );
  const clause = picked('approver') ?? picked('package');
  if (clause?.kind !== 'any-of' || (clause.field !== 'approver' && clause.field !== 'package')) return null;
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const ever = all.filter((r) => r.timeToApproveSeconds !== null && matches(r, [...scope, clause]));
  const span = clauses.find(({ field }) => field === 'time');
  const start = span?.kind === 'time-range' ? span.from : null;
  const newest = ever
    .map((r) => r.decidedAt ?? '')
    .sort()
    .at(-1);
  const to = start ?? (newest ? hoursBefore(newest, 30 * 24) : null);
  if (to === null) return null;
  const from = hoursBefore(to, 180 * 24);
  const range = { kind: 'time-range', field: 'decided', of: 'decided', from, to } as const;
  const own = tooks(ever.filter((r) => matches(r, [range])));
  const line = fast(own);
  return line && { ...line, of: clause.field, id: clause.ids[0], from, to, tooks: own };
}

function plainMarks(requests: readonly AccessRequest[]) {
  const marks = requests
    .filter((r) => r.timeToApproveSeconds !== null || noHuman.includes(r.outcome))
    .map((r) => ({
      requestId: r.requestId,
      tenant: r.tenant,
      at: r.decidedAt ?? r.firstRecordAt,
      seconds: r.timeToApproveSeconds,
      outcome: r.outcome,
      look: isWorthALook(r),
    }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { marks, from: shortest(marks[0]?.at), to: shortest(marks.at(-1)?.at) };
}

/** A mark keeps the spelling of its record; where the chart begins and ends is said without trailing zeros. */
const shortest = (at: string | undefined) =>
  at?.replace(/(\.\d*?)0*Z$/, (_, fraction: string) => (fraction === '.' ? 'Z' : `${fraction}Z`)) ?? null;

const key = (mark: { at: string; requestId: string; tenant: string }) =>
  `${mark.at.slice(0, -1)} ${mark.requestId} ${mark.tenant}`;

const weekMs = 604_800_000;
const monday = Date.parse('1970-01-05T00:00:00Z');

function plainWeeks(requests: readonly AccessRequest[]) {
  const weekOf = (r: AccessRequest) =>
    Math.floor((Date.parse(r.decidedAt ?? r.firstRecordAt) - monday) / weekMs);
  const numbers = requests.map(weekOf);
  if (numbers.length === 0) return { weeks: [], earlierWeeks: 0 };
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const shown = Math.max(first, last - 119);
  const start = (week: number) => new Date(monday + week * weekMs).toISOString().replace('.000', '');
  return {
    weeks: Array.from({ length: last - shown + 1 }, (_, place) => {
      const own = requests.filter((r) => weekOf(r) === shown + place);
      return {
        from: start(shown + place),
        to: start(shown + place + 1),
        requests: own.length,
        byPeople: tooks(own).length,
        medianSeconds: told(tooks(own), 0.5),
        p90Seconds: told(tooks(own), 0.9),
      };
    }),
    earlierWeeks: shown - first,
  };
}

interface Of {
  reasons(id: string, rows: readonly AccessRequest[]): { of: number; none: number };
  noHuman(rows: readonly AccessRequest[]): number;
}

function plainCompared(
  requests: readonly AccessRequest[],
  idsOf: (request: AccessRequest) => string[],
  of: Of,
) {
  const found = [...countsOf(requests.flatMap(idsOf))].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const share = (part: number, of: number) => (of < 20 ? null : part / of);
  return {
    compared: found.slice(0, 50).map(([id]) => {
      const rows = requests.filter((r) => idsOf(r).includes(id));
      const reasons = of.reasons(id, rows);
      return {
        id,
        requests: rows.length,
        byPeople: tooks(rows).length,
        medianSeconds: told(tooks(rows), 0.5),
        p5Seconds: told(tooks(rows), 0.05),
        noReason: reasons.none,
        noReasonOf: reasons.of,
        noReasonShare: share(reasons.none, reasons.of),
        noHuman: of.noHuman(rows),
        noHumanShare: share(of.noHuman(rows), rows.length),
      };
    }),
    more: Math.max(0, found.length - 50),
  };
}

/** A summary without what `plainSummary` leaves out, and its facets as maps. */
export function withoutNames(found: Omit<SummaryAnswer, 'hidden'>) {
  const { cells, ...scatter } = found.scatter;
  const unnamed = <T extends { name: string | null }>({ name, ...rest }: T) => rest;
  const facet = ({ values, more }: Facet) => ({
    values: Object.fromEntries(values.map(({ value, requests }) => [value, requests])),
    more,
  });
  return {
    ...found,
    scatter,
    facets: Object.fromEntries(facetFields.map((field) => [field, facet(found.facets[field])])),
    took: { ...found.took, baseline: found.took.baseline && unnamed(found.took.baseline) },
    packages: { ...found.packages, compared: found.packages.compared.map(unnamed) },
    approvers: { ...found.approvers, compared: found.approvers.compared.map(unnamed) },
  };
}
