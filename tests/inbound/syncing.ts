import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import type { Clock } from '@/lib/inbound/clock';
import { deriving } from '@/lib/inbound/deriving';
import { type Live, type LiveOptions, startLive } from '@/lib/inbound/live';
import type { WorkspaceProgress } from '@/lib/inbound/progress';
import type { Round } from '@/lib/inbound/round';
import { day, minute } from '@/lib/inbound/slices';
import { syncWorkspace } from '@/lib/inbound/syncWorkspace';
import { openWorkspaceReader, type WorkspaceReader } from '@/lib/source/logAnalytics/workspaceReader';
import { storeCoverage } from '@/lib/store/coverage';
import { deliveredByDay } from '@/lib/store/deliveries';
import { openStore, type Store } from '@/lib/store/open';
import { syncStateOf } from '@/lib/store/syncState';
import { LogAnalytics, type Options } from '../doubles/logAnalytics/server';
import type { StoredRow } from '../doubles/logAnalytics/tableRow';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';
import { audience, sampleRows, tokenFor } from '../source/logAnalytics/asking';
import { asks, bea, decides } from '../store/build';
import { allRequests } from '../store/folding';
import { tenant } from './storageLine';

export const soc = { id: '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77', name: 'Contoso SOC' };
export const emea = { id: '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e78', name: 'Contoso EMEA' };

/** When the test clock begins. */
export const anchor = Date.parse('2026-08-22T00:00:00Z');

/** A clock that stands still until a test sets it. Pauses are noted; one of a minute or more ends when it passes. */
export class TestClock implements Clock {
  time = anchor;
  readonly paused: number[] = [];
  readonly #ends = new Set<{ at: number; end: () => void }>();

  now = () => this.time;

  pause = async (milliseconds: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    this.paused.push(milliseconds);
    if (milliseconds < minute) return;
    await new Promise<void>((end, reject) => {
      this.#ends.add({ at: this.time + milliseconds, end });
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };

  /** Lets time pass, and ends the pauses that it ends. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    for (const pause of this.#ends) {
      if (pause.at > this.time) continue;
      this.#ends.delete(pause);
      pause.end();
    }
  }
}

/** Waits for something that happens by itself. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Runs with workspaces that are being read; `workspaces` are the configured ones. */
export function living<T>(
  options: Partial<Served>,
  configured: Pick<LiveOptions, 'workspaces' | 'access'>,
  use: (live: Live, syncing: Syncing) => Promise<T>,
): Promise<T> {
  return syncing(options, async (all) => {
    const { store, source, clock } = all;
    const live = await startLive({
      ...configured,
      setup,
      store,
      source,
      clock,
      tenant,
      privileged,
      days: 60,
    });
    try {
      return await use(live, all);
    } finally {
      await live.sync.stop();
    }
  });
}

const privileged = { ids: [], patterns: [] };

export const setup = {
  access: 'delegated',
  tenant,
  clientId: 'a11ce000-0000-4000-8000-00000000c11e',
  portal: 'https://portal.azure.com',
} as const;

/** A service with its workspaces, a store, and rounds of reading the one into the other. */
export interface Syncing {
  service: LogAnalytics;
  store: Store;
  source: WorkspaceReader;
  clock: TestClock;
  /** Reads a workspace as far as it goes, with what the store keeps of it; other parts than usual where given. */
  round(but?: Partial<Round>): Promise<WorkspaceProgress>;
}

let serving: Promise<{ service: LogAnalytics; source: WorkspaceReader; spool: string }> | null = null;

/** One service and one way to it for all tests of a file: the thread that reads takes a second to start. */
async function serve() {
  const service = new LogAnalytics({ tls: makeTls(tlsFolder), audience, workspaces: {} });
  const endpoint = await service.start();
  const spool = mkdtempSync(path.join(tmpdir(), 'spool-'));
  return { service, source: openWorkspaceReader({ endpoint, audience, spool }), spool };
}

afterAll(async () => {
  if (serving === null) return;
  const { service, source, spool } = await serving;
  await source.close();
  await service.close();
  rmSync(spool, { recursive: true });
});

type Served = Pick<Options, 'workspaces' | 'limits' | 'mayQuery' | 'sees' | 'behindSeconds'>;

/** Has the service hold the samples unless it is given other rows, with an empty store beside it. */
export async function syncing<T>(
  options: Partial<Served>,
  use: (syncing: Syncing) => Promise<T>,
): Promise<T> {
  serving ??= serve();
  const { service, source, spool } = await serving;
  for (const name of ['limits', 'mayQuery', 'sees', 'behindSeconds'] as const) delete service.options[name];
  Object.assign(service.options, { workspaces: { [soc.id]: sampleRows() }, ...options } satisfies Served);
  service.asked.length = 0;
  service.forget();
  const store = await openStore(null, spool);
  const clock = new TestClock();
  const round = async (but: Partial<Round> = {}) => {
    const kept = await syncStateOf(store, soc.id);
    const progress: WorkspaceProgress = { workspace: soc, state: 'loading', kept, remainingSeconds: null };
    const usual: Round = {
      store,
      source,
      progress,
      viewer: { id: null, name: 'application', token: tokenFor(`application ${Math.random()}`) },
      days: 60,
      fresh: false,
      derive: deriving(store, { tenant, privileged }),
      clock,
      signal: new AbortController().signal,
    };
    await syncWorkspace({ ...usual, ...but });
    return but.progress ?? progress;
  };
  try {
    return await use({ service, store, source, clock, round });
  } finally {
    await store.close();
  }
}

/** All that the store says of its records and of where they came from. */
export async function saidBy(store: Store) {
  const spans = [{ from: 0, to: anchor + 30 * day }];
  const state = await syncStateOf(store, soc.id);
  return {
    requests: await allRequests(store),
    coverage: await storeCoverage(store),
    days: await deliveredByDay(store, soc.id, spans, anchor + 30 * day),
    state: { ...state, survey: null },
  };
}

/** A request and its approval each hour for some hours; the last is just before the anchor. */
export function hourly(hours: number): StoredRow[] {
  return Array.from({ length: hours }, (_, hour) => {
    const time = new Date(anchor - (hour + 1) * 60 * minute).toISOString();
    const but = { timeGenerated: time, activityDateTime: time };
    const own = { request: hour, but: { ...but, id: `request ${hour}` } };
    const decided = { request: hour, but: { ...but, id: `decision ${hour}` } };
    return [rowOf(asks('08:00', own)), rowOf(decides('approved', '08:00', bea, 'ok', decided))];
  }).flat();
}

/** The row of the table `AuditLogs` for a record, which arrives five minutes after its time unless told otherwise. */
export function rowOf(record: AuditRecord, ingestedAt?: string): StoredRow {
  const time = record.timeGenerated ?? '';
  return {
    ingestedAt: ingestedAt ?? new Date(Date.parse(time) + 300_000).toISOString(),
    row: {
      Id: record.id,
      TimeGenerated: time,
      ActivityDateTime: record.activityDateTime,
      OperationName: record.operationName,
      Category: record.category,
      LoggedByService: record.loggedByService,
      Result: record.result,
      Identity: record.identity,
      CorrelationId: record.correlationId,
      AADTenantId: record.tenant ?? tenant,
      InitiatedBy: parsed(record.initiatedBy),
      TargetResources: parsed(record.targetResources),
      AdditionalDetails: parsed(record.additionalDetails),
    },
  };
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
