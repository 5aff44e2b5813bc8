import { type AccessPackage, type Policy, packageTarget } from './accessPackages';
import { apps } from './apps';
import { minute, second } from './calendar';
import { approving, type Operation, requesting } from './operations';
import { type Identity, named, type Person, type Principal } from './person';
import type { Random } from './random';
import type { Actor, SampleRecord } from './record';
import { resourceWrite } from './resourceWrite';
import { type Change, type Target, target } from './targets';

/** What a request is about. */
export interface Subject {
  package: AccessPackage;
  policy: Policy;
  /** Who receives the access, or loses it. */
  target: Principal;
  removal?: boolean;
}

/** What somebody wrote: null is no justification at all, '' an empty one. */
export type Reason = string | null;

export interface Asking {
  operation?: Operation;
  reason?: Reason;
  ip?: string | null;
  userAgent?: string;
}

export interface Deciding {
  reason: Reason;
  ip: string | null;
  /** True when no further stage follows. */
  last: boolean;
}

/** One request told step by step; each step adds the records that the tenant would log for it. */
export class Lifecycle {
  readonly records: SampleRecord[] = [];
  readonly requestId: string;
  readonly correlationId: string;
  /** When the access was there, or gone; null while it is not. */
  deliveredAt: number | null = null;

  constructor(
    private readonly random: Random,
    readonly subject: Subject,
    ids?: { requestId?: string; correlationId?: string },
  ) {
    this.requestId = ids?.requestId ?? random.guid();
    this.correlationId = ids?.correlationId ?? random.guid();
  }

  /** The request itself, by whoever asked for it. */
  ask(at: number, by: Principal | Actor, how: Asking = {}): this {
    const { target: recipient } = this.subject;
    const details: [string, string | null][] = [];
    if (recipient.type === 'Guest') details.push(['GovernanceLicenseFeatureUsed', 'True']);
    if (how.reason !== undefined && how.reason !== null) details.push(['Justification', how.reason]);
    details.push(['TargetId', recipient.id], ['TargetUserType', recipient.type]);
    const actor = 'identity' in by ? named(by, at) : by;
    const operation = how.operation ?? requesting.userRequests;
    return this.add(at, operation, actor, { details, ip: how.ip ?? null, userAgent: how.userAgent ?? null });
  }

  /** The approval service opens its approval, a moment after the request. */
  awaitDecision(asked: number): this {
    const at = asked + this.random.between(900, 3200);
    return this.approval(at, approving.createRequest, apps.governance, this.correlationId);
  }

  /** One person's answer in one stage. */
  decide(at: number, by: Person, verdict: 'approved' | 'denied', how: Deciding): this {
    const approver = named(by, at);
    const operation = verdict === 'approved' ? approving.requestApproved : approving.requestDenied;
    const details: [string, string][] = how.reason === null ? [] : [['Justification', how.reason]];
    this.approval(at, operation, approver, this.random.guid(), { details, ip: how.ip });
    const approved = how.last ? requesting.approve : requesting.stageCompleted;
    return this.add(this.soon(at), verdict === 'denied' ? requesting.deny : approved, approver);
  }

  autoApprove(asked: number): this {
    const at = asked + this.random.between(700, 2400);
    return this.add(at, requesting.autoApprove, named(this.subject.target, at));
  }

  cancel(at: number, by: Principal): this {
    this.approval(at, approving.cancelRequest, named(by, at), this.correlationId);
    return this.add(this.soon(at), requesting.cancel, named(by, at));
  }

  expire(at: number): this {
    this.approval(at, approving.requestExpired, apps.governance, this.correlationId);
    return this.add(this.soon(at), requesting.timeOut, named(this.subject.target, at));
  }

  /** Fulfilment, which begins a moment after `decided`: complete, in part, or not at all. */
  deliver(decided: number, outcome: 'delivered' | 'partial' | 'failed' = 'delivered', within = minute): this {
    const { random, subject } = this;
    const ready = decided + random.between(2500, 6000);
    const done = ready + Math.max(random.logNormal(within, 0.5), 9 * second);
    const written = ready + (done - ready) * 0.6;
    this.add(ready, requesting.ready, named(subject.target, ready));
    const recipient = named(subject.target, done);
    if (outcome === 'failed') {
      const reason = 'The resource could not be reached.';
      return this.add(done, requesting.fail, recipient, { result: 'failure', reason });
    }
    const write = resourceWrite(subject, written);
    this.push(written, write.operation, apps.fulfilment, this.correlationId, { targets: write.targets });
    if (random.chance(0.5)) this.resourceDone(done - 800);
    this.deliveredAt = done;
    if (outcome === 'delivered') return this.add(done, requesting.fulfill, recipient);
    const reason = 'One of two resource roles could not be assigned.';
    return this.add(done, requesting.partiallyFulfill, recipient, { reason });
  }

  /** The recipient, as the actor of the records in which entitlement management names them so. */
  recipient(at: number): Identity {
    return named(this.subject.target, at);
  }

  /** Any further operation on the request. */
  add(at: number, operation: Operation, actor: Actor, more: Partial<SampleRecord> = {}): this {
    return this.push(at, operation, actor, more.correlationId ?? this.correlationId, {
      ...more,
      targets: more.targets ?? this.targets(at),
    });
  }

  /** The four targets of a request's records; `changes` are properties of the request itself. */
  targets(at: number, changes: readonly Change[] = []): Target[] {
    const { package: one, policy, target: recipient } = this.subject;
    const request = target('AccessPackageAssignmentRequest', this.requestId, null, changes);
    return [request, packageTarget(one, at), policy.target, named(recipient, at).target];
  }

  private approval(
    at: number,
    operation: Operation,
    actor: Actor,
    correlationId: string,
    more: Partial<SampleRecord> = {},
  ): this {
    const about = target('Other', this.requestId, null);
    const withRecipient = actor !== apps.governance && this.random.chance(0.6);
    const targets = withRecipient ? [about, named(this.subject.target, at).target] : [about];
    return this.push(at, operation, actor, correlationId, { ...more, targets });
  }

  private resourceDone(at: number): void {
    const { resource } = this.subject.package;
    const operation = this.subject.removal ? requesting.removeResource : requesting.fulfillResource;
    const recipient = named(this.subject.target, at);
    this.push(at, operation, recipient, this.correlationId, {
      targets: [target('AccessPackageResource', resource.id, resource.name), recipient.target],
    });
  }

  private soon(at: number): number {
    return at + this.random.between(1500, 4800);
  }

  private push(
    at: number,
    operation: Operation,
    actor: Actor,
    correlationId: string,
    more: Partial<SampleRecord>,
  ): this {
    this.records.push({
      at: Math.floor(at),
      operation,
      actor,
      correlationId,
      ip: more.ip ?? null,
      targets: more.targets ?? [],
      details: more.details ?? [],
      result: more.result ?? 'success',
      reason: more.reason ?? '',
      userAgent: more.userAgent ?? null,
      mark: this.random.word(),
    });
    return this;
  }
}
