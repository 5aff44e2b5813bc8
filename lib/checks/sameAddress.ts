import { z } from 'zod';
import { check } from './check';
import { thresholds } from './thresholds';

const { days, others } = thresholds.sameAddress;

/** People are told apart by object id. Where a record has no address there is nothing to compare, and no mark. */
export const sameAddress = check({
  id: 'same-address',
  sql: `
SELECT s.tenant, s.request_id, 'medium' AS strength, struct_pack(address := s.address, others := s.people - 2) AS facts,
  NULL::VARCHAR AS limits, [r.sources."requestedAt", s.record] AS records
FROM same_addresses s JOIN requests r USING (tenant, request_id)
WHERE s.people <= ${2 + others}
QUALIFY row_number() OVER (PARTITION BY s.tenant, s.request_id ORDER BY s.people, s.place) = 1`,
  facts: z.object({ address: z.string(), others: z.number() }),
  say: ({ address, others }) =>
    `Requestor and approver both came from ${address}, which ${othersWords(others)} in the ${days} days before.`,
});

function othersWords(others: number): string {
  if (others === 0) return 'nobody else used';
  return others === 1 ? 'one other person used' : `${others} others used`;
}
