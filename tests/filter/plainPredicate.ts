import type { Clause } from '@/lib/filter/clause';
import { lowered } from '@/lib/filter/lowered';
import type { AccessRequest, Decision } from '@/lib/request';

/**
 * What a filter means, in plain TypeScript over the wire shape and with none of the store's code: the measure
 * that the store's SQL is tested against.
 */
export function matches(request: AccessRequest, clauses: readonly Clause[]): boolean {
  return clauses.every((clause) => holds(request, clause));
}

type AnyOf = Extract<Clause, { kind: 'any-of' }>;
type OneOf = Extract<Clause, { kind: 'one-of' }>;
type Times = Extract<Clause, { kind: 'time-range' }>;

function holds(request: AccessRequest, clause: Clause): boolean {
  switch (clause.kind) {
    case 'one-of':
      return clause.not !== oneOfValues(request, clause.field).some((value) => clause.values.includes(value));
    case 'any-of':
      return clause.not !== isAnyOf(request, clause);
    case 'text': {
      const texts = searchedTexts(request);
      const occurs = (term: string) => texts.some((text) => contains(text, term));
      return clause.not ? !clause.terms.some(occurs) : clause.terms.every(occurs);
    }
    case 'number-range': {
      const seconds = request.timeToApproveSeconds;
      if (seconds === null) return false;
      return (clause.min === null || clause.min <= seconds) && (clause.max === null || seconds < clause.max);
    }
    case 'time-range':
      return isWithin(request, clause);
    case 'outside':
      return !clause.ranges.some((range) => holds(request, range));
    case 'rules':
      return !clause.rules.some((rule) => rule.length > 0 && matches(request, rule));
    case 'scope':
      return clause.grants.some(({ packages, workspaces }) => {
        if (workspaces !== null) throw new Error('the wire shape does not tell the workspaces of a request');
        return packages === null || (request.packageId !== null && packages.includes(request.packageId));
      });
  }
}

function oneOfValues(request: AccessRequest, field: OneOf['field']): string[] {
  if (field === 'requestorReason') return [request.requestorJustification.state];
  if (field === 'approverReason') return request.decisions.map((decision) => decision.justification.state);
  if (field === 'check') return (request.checks ?? []).map(({ id }) => id);
  if (field === 'strength')
    return [request.checks === null ? 'unknown' : (request.checks[0]?.strength ?? 'none')];
  const value = request[field];
  return value === null ? [] : [value];
}

function isAnyOf(request: AccessRequest, { field, ids, texts }: AnyOf): boolean {
  const { latest } = request;
  const candidates: { id: string | null; names: (string | null)[] }[] =
    field === 'approver'
      ? request.decisions.map((decision) => ({ id: decision.approverId, names: approverNames(decision) }))
      : {
          package: [{ id: request.packageId, names: [request.package, latest.package] }],
          policy: [{ id: request.policyId, names: [request.policy, latest.policy] }],
          requestor: [
            { id: request.requestorId, names: [request.requestor, request.requestorName, latest.requestor] },
          ],
          target: [{ id: request.targetId, names: [request.target, request.targetName, latest.target] }],
        }[field];
  return candidates.some(
    ({ id, names }) =>
      (id !== null && ids.includes(id.toLowerCase())) ||
      texts.some((text) => names.some((name) => contains(name, text))),
  );
}

function searchedTexts(request: AccessRequest): (string | null)[] {
  const { latest } = request;
  return [
    request.requestorJustification.text,
    ...request.furtherJustifications,
    ...request.decisions.flatMap((decision) => [
      decision.justification.text,
      ...decision.furtherJustifications,
      ...approverNames(decision),
    ]),
    request.package,
    request.policy,
    request.requestor,
    request.requestorName,
    request.target,
    request.targetName,
    latest.package,
    latest.policy,
    latest.requestor,
    latest.target,
  ];
}

function approverNames({ approver, approverName }: Decision): (string | null)[] {
  return [approver, approverName];
}

function contains(text: string | null, term: string): boolean {
  return text !== null && lowered(text).includes(term);
}

function isWithin(request: AccessRequest, { of, from, to }: Times): boolean {
  if (of === 'firstArrived' || of === 'lastArrived')
    throw new Error('the wire shape does not tell when the records of a request arrived');
  const own = of === 'requested' ? request.requestedAt : request.decidedAt;
  const time = ticks(own ?? request.firstRecordAt);
  return (from === null || ticks(from) <= time) && (to === null || time < ticks(to));
}

/** An ISO 8601 UTC instant in units of 100 ns. */
function ticks(instant: string): bigint {
  const [, second, fraction = ''] = /^(.{19})(?:\.(\d{1,7}))?Z$/.exec(instant) ?? [];
  if (second === undefined) throw new Error(`not a UTC instant: ${instant}`);
  return BigInt(Date.parse(`${second}Z`)) * 10_000n + BigInt(fraction.padEnd(7, '0'));
}
