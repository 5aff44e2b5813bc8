import type { CoverageReport } from '@/lib/coverage';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { coverageReport } from '@/lib/report';

export const GET = handle<CoverageReport>(acceptedBy.coverage, ({ inbound, scope }) =>
  coverageReport(inbound, scope),
);
