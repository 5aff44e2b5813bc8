import 'server-only';
import type { Meter } from '@opentelemetry/api';
import type { Inbound } from './inbound';
import { countsInAll } from './report';

/** Adds what is looked at for each export of metrics: how far the reading is, what is held, and the memory used. */
export function observeInbound(meter: Meter, inbound: Inbound): void {
  const lag = meter.createObservableGauge('access_package_approvals.sync.lag', {
    description: 'Every record that had arrived in the workspace this long ago was asked for.',
    unit: 's',
  });
  const failing = meter.createObservableGauge('access_package_approvals.sync.failing', {
    description: '1 while the last reading of the source failed, else 0.',
    unit: '1',
  });
  const records = meter.createObservableGauge('access_package_approvals.records', {
    description: 'Audit records about access packages in the store.',
    unit: '{record}',
  });
  const requests = meter.createObservableGauge('access_package_approvals.requests', {
    description: 'Requests folded from them.',
    unit: '{request}',
  });
  const memory = meter.createObservableUpDownCounter('process.memory.usage', {
    description: 'The amount of physical memory in use.',
    unit: 'By',
  });
  meter.addBatchObservableCallback(
    async (seen) => {
      const { progress, live } = inbound;
      seen.observe(memory, process.memoryUsage.rss());
      if (progress.kind === 'files') seen.observe(failing, progress.state === 'failed' ? 1 : 0);
      else
        for (const { workspace, state, kept } of progress.workspaces) {
          const of = { 'access_package_approvals.workspace.id': workspace.id };
          const code = state === 'failed' ? kept?.failure?.code : undefined;
          seen.observe(failing, state === 'failed' ? 1 : 0, code ? { ...of, 'error.type': code } : of);
          if (kept !== null && live !== null)
            seen.observe(lag, Math.max(0, (live.clock.now() - kept.watermark) / 1000), of);
        }
      const held = await countsInAll(inbound);
      seen.observe(records, held.records);
      seen.observe(requests, held.requests);
    },
    [lag, failing, records, requests, memory],
  );
}
