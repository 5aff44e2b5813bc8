import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { minute } from '@/lib/inbound/slices';
import { log } from '@/lib/log';
import { syncStateOf } from '@/lib/store/syncState';
import { type Refusal, refusals } from '../doubles/logAnalytics/errors';
import type { Fault } from '../doubles/logAnalytics/server';
import { sampleRows, tokenFor } from '../source/logAnalytics/asking';
import { allRequests } from '../store/folding';
import { hourly, living, saidBy, soc, syncing, until } from './syncing';

log.level = 'silent';

const rows = [...hourly(30), ...sampleRows()];
const served = { workspaces: { [soc.id]: rows }, limits: { records: 25, bytes: 1e9 } };
const refused = (refusal: Refusal): Fault => ({ kind: 'refusal', refusal });
const plain: Fault = { kind: 'slow', ms: 0 };

/** What a store says that was read without any fault. */
let undisturbed: ReturnType<typeof saidBy> | undefined;
function whole() {
  undisturbed ??= syncing(served, async ({ round, store }) => {
    await round();
    return saidBy(store);
  });
  return undisturbed;
}

/** Reads as often as it takes, and answers the codes of the rounds that failed. */
async function toTheEnd(read: () => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < 5) {
    try {
      await read();
      return codes;
    } catch (error) {
      codes.push(error instanceof AppError ? error.code : String(error));
    }
  }
  throw new Error(`Five rounds failed: ${codes.join(', ')}`);
}

/** Has the service do this with its next questions, and reads as often as it takes; `codes` are of rounds that fail. */
function check(rule: string, faults: Fault[], codes: string[]) {
  test(rule, async () => {
    const said = await whole();
    await syncing(served, async ({ service, round, store }) => {
      service.next(...faults);
      expect(await toTheEnd(round)).toEqual(codes);
      expect(await saidBy(store)).toEqual(said);
    });
  });
}

const cut: Fault = { kind: 'cut', bytes: 60 };
const partial: Fault = { kind: 'partial', wording: 'details' };

describe('whatever happens to questions, no record is lost, none is kept twice, and the reading goes on', () => {
  check(
    'answers that come late, are cut off or in part, 429, 503 and 504 once each are lived through',
    [
      plain,
      { kind: 'slow', ms: 500 },
      { kind: 'cut', bytes: 0 },
      plain,
      cut,
      plain,
      partial,
      refused(refusals.throttledFor(1)),
      plain,
      refused(refusals.unavailable),
      plain,
      refused(refusals.gatewayTimeout),
    ],
    [],
  );
  check(
    'what ends the survey of a workspace',
    [...[cut, cut, cut], refused(refusals.gatewayTimeout), partial, refused(refusals.badToken)],
    ['workspace-unavailable', 'workspace-too-slow', 'workspace-unavailable', 'workspace-refused'],
  );
  check(
    'what ends the reading of its records',
    [...[plain, plain, plain], ...[cut, cut, cut], plain, refused(refusals.badToken)],
    ['workspace-unavailable', 'workspace-refused'],
  );
});

test('a service that answers everything with 504 leaves no gap: the round ends, and the next goes on from there', () =>
  syncing(served, async ({ service, round, store }) => {
    const said = await whole();
    service.next(
      ...Array.from({ length: 5 }, () => plain),
      ...Array.from({ length: 60 }, () => refused(refusals.gatewayTimeout)),
    );
    await expect(round()).rejects.toMatchObject({
      code: 'workspace-unavailable',
      message: expect.stringContaining('one second'),
    });
    expect(await syncStateOf(store, soc.id)).toMatchObject({ gaps: [] });
    service.forget();
    await round();
    expect(await saidBy(store)).toEqual(said);
  }));

test('a token that expires between two questions is no longer sent, and the new one is', () =>
  syncing(served, async ({ service, round, store }) => {
    const said = await whole();
    const soon = Math.floor(Date.now() / 1000) + 3600;
    let questions = 0;
    const token = () => tokenFor('application', { exp: ++questions === 4 ? 1 : soon })();
    const viewer = { id: null, name: 'application', token };
    expect(await toTheEnd(() => round({ viewer }))).toEqual(['workspace-refused']);
    expect(await saidBy(store)).toEqual(said);
    expect(service.asked.filter(({ oid }) => oid === null)).toHaveLength(1);
  }));

test('while a slow answer is waited for, what is there is answered', () =>
  living(
    served,
    { workspaces: [soc], access: { kind: 'application', token: tokenFor('application') } },
    async (live, { service, store, clock }) => {
      await until(() => live.progress.state === 'complete');
      service.next({ kind: 'slow', ms: 60_000 });
      const asked = service.asked.length;
      clock.pass(minute);
      await until(() => service.asked.length > asked);
      expect(await allRequests(store)).toHaveLength(30);
      expect(live.progress.state).toBe('complete');
    },
  ));
