import { UnsecuredJWT } from 'jose';
import { expect, test, vi } from 'vitest';
import type { Reader } from '@/lib/auth/reader';
import { scopeOf } from '@/lib/auth/scopeOf';
import { AppError } from '@/lib/errors';
import { type Live, startLive } from '@/lib/inbound/live';
import { day, minute } from '@/lib/inbound/slices';
import { log } from '@/lib/log';
import { requestCounts } from '@/lib/store/rows';
import type { StoredRow } from '../doubles/logAnalytics/tableRow';
import { filesEnv } from '../inbound/filesEnv';
import { emea, living, rowOf, type Syncing, setup, soc, syncing, until } from '../inbound/syncing';
import { sampleRows, tokenFor } from '../source/logAnalytics/asking';
import { asks } from '../store/build';

log.level = 'silent';

const now = Date.parse('2026-08-22T00:00:00Z');
let people = 0;

/** A reader nobody has met before, since the way to the service counts what each asks. */
function reader(name: string, more: Partial<Reader> = {}): Reader {
  const id = `${name} ${++people}`;
  const exp = (now + 3 * 60 * minute) / 1000;
  return { id, name, grants: null, token: new UnsecuredJWT({ oid: id, exp }).encode(), ...more };
}

/** Trades the double’s way: whoever the reader’s token names; a refusal where one is given. */
const trading = (refusals: Map<string, AppError> = new Map()) => ({
  kind: 'delegated' as const,
  onBehalfOf: (token: string) => async (signal: AbortSignal) => {
    const oid = String(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).oid);
    const refusal = refusals.get(oid);
    if (refusal) throw refusal;
    signal.throwIfAborted();
    return tokenFor(oid)();
  },
});

interface Seeing {
  sees: (oid: string, stored: StoredRow, workspace: string) => boolean;
  mayQuery: (oid: string, workspace: string) => boolean;
}

/** What a reader is told: how many requests they can see, the warnings, or why they see nothing. */
async function told(by: Reader, live: Live, { store }: Syncing, signal = new AbortController().signal) {
  const env = filesEnv('unused');
  const { refresh, stop } = live.sync;
  const inbound = { store, env, progress: live.progress, live, refresh, stop };
  return scopeOf(by, inbound, signal).then(
    async ({ clauses, warnings }) => ({ sees: (await requestCounts(store, clauses)).total, warnings }),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, message, claims } = error;
      return { code, message, claims };
    },
  );
}

const oldRow = (stored: StoredRow) => String(stored.row.TimeGenerated) < '2026-08-04';

/** Two workspaces: one with the samples, one with a single request of its own. */
function tenancy(): Record<string, StoredRow[]> {
  const but = { timeGenerated: '2026-08-12T10:00:00Z', activityDateTime: '2026-08-12T10:00:00Z' };
  return { [soc.id]: sampleRows(), [emea.id]: [rowOf(asks('08:00', { request: 500, but }))] };
}

/** Has an analyst read both workspaces whole, then asks as somebody else. */
function check(
  rule: string,
  seeing: Partial<Seeing>,
  as: Reader,
  expected: object,
  refusals: Map<string, AppError> = new Map(),
) {
  test(rule, () =>
    living(
      { workspaces: tenancy(), ...seeing },
      { workspaces: [soc, emea], access: trading(refusals) },
      async (live, all) => {
        const analyst = reader('Imke Brandt');
        expect(await told(analyst, live, all)).toEqual({ sees: 0, warnings: [] });
        await until(() => live.progress.state === 'complete');
        expect(await told(analyst, live, all)).toEqual({ sees: 8, warnings: [] });
        expect(await told(as, live, all)).toEqual(expected);
      },
    ),
  );
}

const teo = reader('Teo Marchetti');
const isTeo = (oid: string) => oid === teo.id;

check('whoever sees the same sees all of it', {}, teo, { sees: 8, warnings: [] });
check(
  'whoever sees fewer rows of one workspace on a day sees nothing of that workspace, and is told why',
  { sees: (oid, stored, workspace) => !(isTeo(oid) && workspace === soc.id && oldRow(stored)) },
  teo,
  {
    sees: 1,
    warnings: [
      expect.stringMatching(/^Contoso SOC is left out: your view .* synced as Imke Brandt on \d days?, as/),
    ],
  },
);
check(
  'whoever may not query one workspace sees the other',
  { mayQuery: (oid, workspace) => !(isTeo(oid) && workspace === emea.id) },
  teo,
  { sees: 7, warnings: [expect.stringMatching(/^Contoso EMEA is left out\. .*Log Analytics Reader/)] },
);
check('whoever may query none sees nothing, and is told why', { mayQuery: (oid) => !isTeo(oid) }, teo, {
  code: 'workspace-refused',
  message: expect.stringMatching(/Contoso SOC is left out.*Contoso EMEA is left out/),
  claims: null,
});
check('whoever sees fewer rows of all sees nothing', { sees: (oid) => !isTeo(oid) }, teo, {
  code: 'workspace-refused',
  message: expect.stringContaining('differs from what was synced'),
  claims: null,
});
check(
  'whoever is asked for more by the authority gets its challenge',
  {},
  teo,
  { code: 'challenge', message: 'More is asked for.', claims: '{"access_token":{}}' },
  new Map([
    [teo.id ?? '', new AppError('challenge', 'More is asked for.', { claims: '{"access_token":{}}' })],
  ]),
);
check(
  'what the scopes file grants and what the workspaces give both bound a reader',
  { mayQuery: (oid, workspace) => !(oid.startsWith('Noor') && workspace === soc.id) },
  reader('Noor Castellan', { grants: [{ packages: null, workspaces: [soc.id] }] }),
  { sees: 0, warnings: [expect.stringContaining('Contoso SOC is left out')] },
);

const only = { workspaces: [soc], access: trading() };

test('whoever sees more has those days read again as themselves, and then sees all of it', () => {
  const narrow = reader('Imke Brandt');
  const sees: Seeing['sees'] = (oid, stored) => !(oid === narrow.id && oldRow(stored));
  return living({ sees }, only, async (live, all) => {
    await told(narrow, live, all);
    await until(() => live.progress.state === 'complete');
    const before = await told(narrow, live, all);
    const full = reader('Teo Marchetti');
    expect(await told(full, live, all)).toMatchObject({
      code: 'workspace-refused',
      message: expect.stringContaining('you see more of it than was synced as Imke Brandt'),
    });
    await until(() => live.progress.workspaces[0]?.kept?.syncedAs?.name === 'Teo Marchetti');
    await until(() => live.progress.workspaces[0]?.kept?.records === 27);
    await until(() => live.progress.state === 'complete');
    all.clock.time += minute;
    expect(before).toMatchObject({ warnings: [] });
    expect(await told(full, live, all)).toEqual({ sees: 7, warnings: [] });
    all.clock.time += 10 * minute;
    expect(await told(narrow, live, all)).toMatchObject({ code: 'workspace-refused' });
  });
});

test('one probe serves all questions of a reader for five minutes, and is then made again', () =>
  living({}, only, async (live, all) => {
    const { service, clock } = all;
    const imke = reader('Imke Brandt');
    await told(imke, live, all);
    await until(() => live.progress.state === 'complete');
    const probes = () => service.asked.filter(({ text }) => text.includes('by Day')).length;
    const before = probes();
    await Promise.all([1, 2, 3].map(() => told(imke, live, all)));
    clock.time += 4 * minute;
    await told(imke, live, all);
    const once = probes() - before;
    expect(once).toBeGreaterThan(0);
    expect(once).toBeLessThan(3);
    clock.time += 2 * minute;
    await told(imke, live, all);
    expect(probes() - before).toBe(2 * once);
  }));

test('a reader who leaves waits for their probe no longer, and their next question shares it', () =>
  living({}, only, async (live, all) => {
    const { service } = all;
    await told(reader('Imke Brandt'), live, all);
    await until(() => live.progress.state === 'complete');
    const [noor, teo] = [reader('Noor Castellan'), reader('Teo Marchetti')];
    const probesOf = ({ id }: Reader) => service.asked.filter(({ oid }) => oid === id).length;
    await told(noor, live, all);
    service.next({ kind: 'slow', ms: 1000 });
    const leaving = new AbortController();
    const left = told(teo, live, all, leaving.signal);
    await until(() => probesOf(teo) > 0);
    const begun = performance.now();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - begun).toBeLessThan(500);
    expect(await told(teo, live, all)).toEqual({ sees: 7, warnings: [] });
    expect(probesOf(teo)).toBe(probesOf(noor));
  }));

test('a role that was taken back closes the workspace within five minutes', () => {
  const refused = new Set<string>();
  return living({ mayQuery: (oid) => !refused.has(oid) }, only, async (live, all) => {
    const imke = reader('Imke Brandt');
    await told(imke, live, all);
    await until(() => live.progress.state === 'complete');
    expect(await told(imke, live, all)).toMatchObject({ sees: 7 });
    refused.add(imke.id ?? '');
    all.clock.time += 6 * minute;
    expect(await told(imke, live, all)).toMatchObject({ code: 'workspace-refused' });
  });
});

test('days that expire in the workspace lock nobody out', () => {
  const workspaces: Record<string, StoredRow[]> = { [soc.id]: sampleRows() };
  return living({ workspaces }, only, async (live, all) => {
    const imke = reader('Imke Brandt');
    await told(imke, live, all);
    await until(() => live.progress.state === 'complete');
    all.clock.time += 3 * day;
    workspaces[soc.id] = sampleRows().filter((stored) => !oldRow(stored));
    const again = reader('Imke Brandt', { id: imke.id });
    expect(await told(again, live, all)).toEqual({ sees: 7, warnings: [] });
  });
});

test('without a reader nothing is read; one whose token has expired is none', () =>
  living({}, only, async (live, all) => {
    const { clock, service } = all;
    await until(() => clock.paused.includes(minute));
    expect(live.progress.workspaces[0]).toMatchObject({ state: 'waiting', kept: null });
    expect(service.asked).toEqual([]);
    await told(reader('Imke Brandt'), live, all);
    await until(() => live.progress.state === 'complete');
    clock.pass(4 * 60 * minute);
    await until(() => live.progress.workspaces[0]?.state === 'waiting');
  }));

test('a token that expires in the middle of a reading ends it until its reader is back, and the rest is read then', () => {
  const imke = reader('Imke Brandt');
  let asked = 0;
  const onBehalfOf = (token: string) => async (signal: AbortSignal) => {
    if (token === imke.token && ++asked > 5)
      throw new AppError('token-expired', 'Your sign-in has expired. Sign in again.');
    return trading().onBehalfOf(token)(signal);
  };
  const access = { kind: 'delegated' as const, onBehalfOf };
  const limits = { records: 10, bytes: 1e9 };
  return living({ limits }, { workspaces: [soc], access }, async (live, all) => {
    const [of] = live.progress.workspaces;
    await told(imke, live, all);
    await until(() => asked > 5 && of?.state === 'waiting');
    expect(of?.kept?.records ?? 0).toBeLessThan(27);
    const exp = (now + 2 * 60 * minute) / 1000;
    const back = { ...imke, token: new UnsecuredJWT({ oid: imke.id ?? '', exp, again: true }).encode() };
    await told(back, live, all);
    all.clock.pass(minute);
    await until(() => of?.state === 'complete');
    expect(of?.kept).toMatchObject({ records: 27, gaps: [], failure: null });
    expect(await told(back, live, all)).toEqual({ sees: 7, warnings: [] });
  });
});

test('a reader without a role is told so, and the next one with a role is served at once', () =>
  living({ mayQuery: (oid) => !oid.startsWith('Sam') }, only, async (live, all) => {
    const sam = reader('Sam Okoro');
    expect(await told(sam, live, all)).toEqual({ sees: 0, warnings: [] });
    await until(() => live.progress.state === 'failed');
    expect(live.progress.failure).toContain('Log Analytics Reader');
    await told(reader('Imke Brandt'), live, all);
    await until(() => live.progress.state === 'complete');
    expect(await told(sam, live, all)).toMatchObject({ code: 'workspace-refused' });
  }));

test('records of which it is not known who read them are shown to nobody', () =>
  syncing({}, async (all) => {
    await all.round();
    await all.store.write(({ run }) => run(`UPDATE sync SET state = '{}'`));
    const starting = startLive({
      ...only,
      ...all,
      setup,
      tenant: null,
      privileged: { ids: [], patterns: [] },
      days: 60,
    });
    await expect(starting).rejects.toMatchObject({ code: 'store-unavailable' });
  }));

test('records without an Id, which nobody can count once, lock nobody out', () => {
  const idless = [1, 2].map((hour) => {
    const time = `2026-08-12T1${hour}:00:00Z`;
    const but = { id: '', timeGenerated: time, activityDateTime: time };
    return rowOf(asks('08:00', { request: 500 + hour, but }));
  });
  const workspaces = { [soc.id]: [...sampleRows(), ...idless] };
  return living({ workspaces }, only, async (live, all) => {
    const imke = reader('Imke Brandt');
    await told(imke, live, all);
    await until(() => live.progress.state === 'complete');
    expect(await told(imke, live, all)).toEqual({ sees: 9, warnings: [] });
  });
});

test('a workspace that does not answer in time is left out with the reason', () =>
  living({}, only, async (live, all) => {
    await told(reader('Imke Brandt'), live, all);
    await until(() => live.progress.state === 'complete');
    const late = AbortSignal.abort(new DOMException('a minute has passed', 'TimeoutError'));
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(late);
    expect(await told(reader('Teo Marchetti'), live, all)).toMatchObject({
      code: 'workspace-unavailable',
      message: expect.stringContaining('within a minute'),
    });
  }));
