import type { Scatter, TookDistribution } from '@/lib/summary';
import { HowLong } from './HowLong';
import { TimeToApprove } from './TimeToApprove';

/** The two charts of the time to approve, side by side where there is room. */
export function Decisions({ took, scatter }: { took: TookDistribution; scatter: Scatter }) {
  return (
    <div className="chart-row">
      <TimeToApprove scatter={scatter} />
      <HowLong took={took} scatter={scatter} />
    </div>
  );
}
