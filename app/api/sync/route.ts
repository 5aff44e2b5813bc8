import { setTimeout } from 'node:timers/promises';
import type { CoverageReport } from '@/lib/coverage';
import { acceptedBy } from '@/lib/filter/params';
import { act } from '@/lib/handle';
import { coverageReport } from '@/lib/report';

/** A long reading, or one whose reader has left, goes on by itself; the answer then tells how far it is. */
const longestWaitMs = 15_000;

/** Looks into the workspaces, or for new files, now. */
export const POST = act<CoverageReport>(
  acceptedBy.coverage,
  async ({ inbound, signal }) => {
    await Promise.race([inbound.refresh(), setTimeout(longestWaitMs, undefined, { ref: false, signal })]);
  },
  ({ inbound, scope }) => coverageReport(inbound, scope),
);
