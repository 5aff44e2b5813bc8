import type { BatchObservableCallback, Meter, Observable } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { minute } from '@/lib/inbound/slices';
import { log } from '@/lib/log';
import { observeInbound } from '@/lib/observed';
import { refusals } from '../doubles/logAnalytics/errors';
import { filesEnv } from '../inbound/filesEnv';
import { living, soc, until } from '../inbound/syncing';
import { tokenFor } from '../source/logAnalytics/asking';

log.level = 'silent';

/** A meter that answers what is looked at now, by name, with its attributes where it has any. */
function metering(): { meter: Meter; look(): Promise<Record<string, unknown>> } {
  const names = new Map<Observable, string>();
  let callback: BatchObservableCallback = () => undefined;
  const create = (name: string) => {
    const made = { addCallback: () => undefined, removeCallback: () => undefined };
    names.set(made, name);
    return made;
  };
  const meter = {
    createObservableGauge: create,
    createObservableUpDownCounter: create,
    addBatchObservableCallback: (given: BatchObservableCallback) => {
      callback = given;
    },
  } as unknown as Meter;
  const look = async () => {
    const found: Record<string, unknown> = {};
    await callback({
      observe: (of, value, attributes) => {
        found[names.get(of) ?? ''] = attributes === undefined ? value : [value, attributes];
      },
    });
    return found;
  };
  return { meter, look };
}

const application = { kind: 'application' as const, token: tokenFor('application') };

test('how far the reading is behind, whether it fails and why, what is held, and the memory', () =>
  living({}, { workspaces: [soc], access: application }, async (live, { store, clock, service }) => {
    const { meter, look } = metering();
    const { refresh, stop } = live.sync;
    const env = filesEnv('unused');
    observeInbound(meter, { store, live, progress: live.progress, env, refresh, stop });
    await until(() => live.progress.state === 'complete');
    const of = { 'access_package_approvals.workspace.id': soc.id };
    expect(await look()).toEqual({
      'access_package_approvals.sync.lag': [0, of],
      'access_package_approvals.sync.failing': [0, of],
      'access_package_approvals.records': expect.any(Number),
      'access_package_approvals.requests': 7,
      'process.memory.usage': expect.any(Number),
    });
    service.next({ kind: 'refusal', refusal: refusals.badToken });
    clock.pass(10 * minute);
    await until(() => live.progress.state === 'failed');
    expect(await look()).toMatchObject({
      'access_package_approvals.sync.lag': [600, of],
      'access_package_approvals.sync.failing': [1, { ...of, 'error.type': 'workspace-refused' }],
      'access_package_approvals.requests': 7,
    });
  }));
