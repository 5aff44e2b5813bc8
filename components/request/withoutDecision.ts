import type { AccessRequest } from '@/lib/request';

/** Who decided when the data hold no human decision, and in what way: two short lines. */
export function withoutDecision({
  outcome,
  kind,
}: Pick<AccessRequest, 'outcome' | 'kind'>): [who: string, how: string] {
  const removal = kind === 'removal';
  switch (outcome) {
    case 'auto-approved':
      return ['No one', 'auto-approved by policy'];
    case 'assigned':
      return ['No one', removal ? 'removed by an administrator' : 'assigned by an administrator'];
    case 'policy-assigned':
      return ['No one', removal ? 'removed by the system' : 'assigned by policy'];
    case 'expired':
      return ['No one', 'no decision in time'];
    case 'cancelled':
      return ['No one', 'cancelled before a decision'];
    case 'pending':
      return ['No one yet', 'waiting for a decision'];
    case 'approved':
    case 'denied':
    case 'unknown':
      return ['Not in the data', 'no decision record in the data'];
  }
}
