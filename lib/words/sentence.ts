import type { AccessRequest, Justification } from '../request';
import { durationWords, secondsBetween } from './duration';
import { approverName, isForSelf, requestorName, targetName } from './people';
import { splitPrincipalName } from './principalName';

/** Writes an instant (UTC ISO 8601) as the reader wants it, such as `17 Oct 03:12`. */
type TellTime = (instant: string) => string;

type TellName = (name: string | null) => string;

/**
 * A request's story in a few sentences: who asked, who decided and how fast, and what came of it. It says only
 * what the records say; what they lack is named as not in the data.
 */
export function requestSentence(request: AccessRequest, time: TellTime): string {
  const named = namesOf(request);
  const name = (full: string | null) => named(full) ?? 'Someone the records do not name';
  return [
    asking(request, time, name),
    ...deciding(request, time, name),
    ...conclusion(request, time),
    ...ending(request, time, name),
  ].join(' ');
}

function asking(request: AccessRequest, time: TellTime, name: TellName): string {
  const { kind, outcome, requestedAt } = request;
  if (requestedAt === null) return 'The record of the request itself is not in the data.';
  const on = `on ${time(requestedAt)}`;
  const who = name(requestorName(request));
  const receiver = targetName(request);
  const target = receiver === null ? 'someone the records do not name' : name(receiver);
  const forWhom = isForSelf(request) ? '' : ` for ${target}`;
  switch (kind) {
    case 'direct':
      return `${who} assigned the package to ${target} directly ${on}.`;
    case 'policy':
      return `A policy assigned the package to ${target} ${on}.`;
    case 'removal':
      if (outcome === 'assigned') return `${who} ended the access of ${target} ${on}.`;
      if (outcome === 'policy-assigned') return `The system ended the access of ${target} ${on}.`;
      return `${who} asked to end the access${forWhom} ${on}.`;
    case 'extension':
      return `${who} asked to extend the access${forWhom} ${on}.`;
    case 'update':
      return `${who} asked to update the assignment${forWhom} ${on}.`;
    case 'service-principal':
      return `${who} asked for the service principal ${target} ${on}.`;
    case 'request':
    case 'on-behalf':
    case 'unknown':
      return `${who} asked${forWhom} ${on}.`;
  }
}

function deciding(request: AccessRequest, time: TellTime, name: TellName): string[] {
  let before = request.requestedAt;
  return request.decisions.map((decision, index) => {
    const gap = before === null ? null : secondsBetween(before, decision.at);
    const later = index === 0 ? 'later' : 'after that';
    const when = gap === null || gap < 0 ? `on ${time(decision.at)}` : `${durationWords(gap)} ${later}`;
    before = decision.at;
    return `${name(approverName(decision))} ${decision.verdict} ${when}, ${reason(decision.justification)}.`;
  });
}

/** What the outcome adds to the decisions. */
function conclusion(request: AccessRequest, time: TellTime): string[] {
  const { outcome, kind, decisions, requestedAt, decidedAt, endedAt } = request;
  const undecided = decisions.length === 0;
  const on = endedAt === null ? '' : ` on ${time(endedAt)}`;
  switch (outcome) {
    case 'approved':
      if (undecided) return ['It was approved; who approved it is not in the data.'];
      return decisions.length === 1 ? ['No second stage.'] : [];
    case 'denied':
      return undecided ? ['It was denied; who denied it is not in the data.'] : [];
    case 'auto-approved': {
      const gap = requestedAt && decidedAt ? secondsBetween(requestedAt, decidedAt) : null;
      const later = gap === null || gap < 0 ? '' : ` ${durationWords(gap)} later`;
      return [`The policy approved it${later}; no one decided.`];
    }
    case 'assigned':
      return kind === 'removal' ? [] : ['No one approved it.'];
    case 'policy-assigned':
      return kind === 'removal' ? [] : ['No one asked, and no one approved.'];
    case 'expired':
      return [undecided ? `No one decided in time; it expired${on}.` : `The next stage expired${on}.`];
    case 'cancelled':
      return [`It was cancelled${on}.`];
    case 'pending':
      return [undecided ? 'No decision is in the data yet.' : 'Another stage has not been decided yet.'];
    case 'unknown':
      return ['How it was approved is not in the data.'];
  }
}

function ending(request: AccessRequest, time: TellTime, name: TellName): string[] {
  const { delivery, removedAt, answersEditedAt, answersEditedBy, recordDeletedAt, recordDeletedBy } = request;
  return [
    ...(delivery === 'failed' ? ['Delivery failed.'] : []),
    ...(delivery === 'partial' ? ['Only part of it was delivered.'] : []),
    ...(answersEditedAt === null
      ? []
      : [`${name(answersEditedBy)} edited the answers on ${time(answersEditedAt)}.`]),
    ...(removedAt === null ? [] : [`The access was removed on ${time(removedAt)}.`]),
    ...(recordDeletedAt === null
      ? []
      : [`${name(recordDeletedBy)} deleted the request record on ${time(recordDeletedAt)}.`]),
  ];
}

function reason({ state }: Justification): string {
  switch (state) {
    case 'given':
      return 'giving a reason';
    case 'absent':
      return 'giving no reason';
    case 'empty':
      return 'leaving the reason blank';
    case 'unknown':
      return 'with a reason that the data cannot tell';
  }
}

/** Gives the names of one request as people say them: in short, unless two of them would then read the same. */
function namesOf(request: AccessRequest): (name: string | null) => string | null {
  const { decisions, answersEditedBy, recordDeletedBy } = request;
  const all = [requestorName(request), targetName(request), ...decisions.map(approverName)];
  const full = new Map<string, Set<string>>();
  for (const name of [...all, answersEditedBy, recordDeletedBy]) {
    if (name === null) continue;
    const short = shortName(name).toLowerCase();
    full.set(short, (full.get(short) ?? new Set()).add(name.toLowerCase()));
  }
  return (name) => {
    if (name === null || name === '') return null;
    const short = shortName(name);
    return full.get(short.toLowerCase())?.size === 1 ? short : name;
  };
}

/** The part of a name before its domain; a guest's home domain stays with it. */
function shortName(name: string): string {
  const { start, end, guest } = splitPrincipalName(name);
  return guest ? `${start}${end} (guest)` : start;
}
