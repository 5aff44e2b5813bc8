import type { AccessPackage, Policy } from './accessPackages';
import { day, instant, isDayOff, local, second } from './calendar';
import { asked } from './grants';
import { Lifecycle, type Reason, type Subject } from './lifecycle';
import type { Operation } from './operations';
import type { Person } from './person';
import { Random } from './random';
import type { Actor, SampleRecord } from './record';
import type { Target } from './targets';
import { addressOf, atWork, dayAt } from './when';
import type { World } from './world';

/** The id of a story's request; it depends on nothing but the story, whatever the seed and the time. */
export function sceneRequestId(scene: string, number: number): string {
  return new Random('scene', scene, number).guid();
}

/** Who does something in a scene, when, and with which words; from the usual address unless it is given. */
export interface Turn {
  at: number;
  by: Person;
  reason: Reason;
  ip?: string;
}

/** A part of the sample that is told by hand: its requests, and records beside them. */
export class Scene {
  readonly requests: Lifecycle[] = [];
  readonly random: Random;
  private readonly beside: SampleRecord[] = [];

  constructor(
    readonly world: World,
    readonly name: string,
  ) {
    this.random = new Random(world.seed, 'scene', name);
  }

  get records(): SampleRecord[] {
    return [...this.requests.flatMap(({ records }) => records), ...this.beside];
  }

  /** The next request of the scene, to be told by the caller. */
  request(subject: Subject, ids: { correlationId?: string } = {}): Lifecycle {
    const requestId = sceneRequestId(this.name, this.requests.length);
    const life = new Lifecycle(this.random, subject, { requestId, ...ids });
    this.requests.push(life);
    return life;
  }

  /** The next request: asked for, approved by one person in the only stage, and delivered. */
  granted(subject: Subject, asking: Turn, answer: Turn): Lifecycle {
    const { at, by, reason } = answer;
    return this.request(subject)
      .ask(asking.at, asking.by, { reason: asking.reason, ip: this.addressOf(asking) })
      .awaitDecision(asking.at)
      .decide(at, by, 'approved', { reason, ip: this.addressOf(answer), last: true })
      .deliver(at + 4800);
  }

  /** Everyday requests for one package, spread over the span up to `daysBefore`, to show what is usual. */
  history(count: number, about: { package: AccessPackage; policy: Policy }, daysBefore: number): void {
    const { world, random } = this;
    const share = 1 - daysBefore / Math.round((world.until - world.from) / day);
    for (let number = 0; number < count; number++) {
      const date = dayAt(world, (share * (number + random.unit())) / count);
      const { who, at } = atWork(world, random, date, (draw) => draw.pick(world.people.members));
      this.requests.push(asked(world, random, 'request', { ...about, target: who }, who, at));
    }
  }

  /** A record that belongs to no request. */
  note(
    at: number,
    operation: Operation,
    actor: Actor,
    targets: Target[],
    more: Partial<SampleRecord> = {},
  ): void {
    this.beside.push({
      at: Math.floor(at),
      operation,
      correlationId: this.random.guid(),
      actor,
      ip: null,
      targets,
      details: [],
      result: 'success',
      reason: '',
      userAgent: null,
      mark: this.random.word(),
      ...more,
    });
  }

  /** When the person's clock shows `clock` (hh:mm:ss) on the last working day at least `daysBefore` the end. */
  workday(daysBefore: number, who: Person, clock: string): number {
    return this.before(daysBefore, who, clock, (at) => !isDayOff(who.office, at));
  }

  /** The same on a Sunday. */
  sunday(daysBefore: number, who: Person, clock: string): number {
    return this.before(daysBefore, who, clock, (at) => new Date(local(who.office, at)).getUTCDay() === 0);
  }

  private addressOf({ at, by, ip }: Turn): string | null {
    return ip ?? addressOf(this.random, by, at);
  }

  private before(daysBefore: number, who: Person, clock: string, fits: (at: number) => boolean): number {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
    const { office } = who;
    for (let days = daysBefore; ; days++) {
      const date = local(office, this.world.until) - days * day;
      const at = instant(office, date, hours * 60 + minutes) + seconds * second;
      if (fits(at)) return at + this.random.below(900);
    }
  }
}
