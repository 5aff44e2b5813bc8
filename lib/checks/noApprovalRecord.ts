import { z } from 'zod';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { edgeDays } = thresholds.noApprovalRecord;

/** Access was delivered, and no record says that a person or a policy approved it or that anybody assigned it. */
export const noApprovalRecord = check({
  id: 'no-approval-record',
  sql: `
WITH starts AS (SELECT tenant, min(instant) AS start FROM events GROUP BY tenant),
found AS (
  SELECT r.tenant, r.request_id, r.requested IS NOT NULL AS has_asked, r.sources.delivery AS key,
    r.requested IS NULL AND r.first::TIMESTAMP < s.start::TIMESTAMP + INTERVAL ${edgeDays} DAY AS is_edge,
    floor(${secondsFrom('s.start', 'r.first')} / 86400)::INTEGER AS days
  FROM requests r SEMI JOIN concerned USING (tenant, request_id) JOIN starts s ON s.tenant = r.tenant
  WHERE r.outcome = 'unknown' AND r.kind <> 'removal' AND r.delivery IN ('delivered', 'partial')
    AND NOT list_contains([d.verdict FOR d IN r.decisions], 'approved')
)
SELECT tenant, request_id, CASE WHEN is_edge THEN 'low' ELSE 'medium' END AS strength,
  struct_pack(hasAsked := has_asked) AS facts,
  CASE WHEN is_edge THEN 'the data begin ' || days || CASE WHEN days = 1 THEN ' day' ELSE ' days' END || ' before its first record: the approval can lie before them' END AS limits,
  [key] AS records
FROM found`,
  facts: z.object({ hasAsked: z.boolean() }),
  say: ({ hasAsked }) =>
    hasAsked
      ? 'The access was delivered, and no record says that anybody or any policy approved it.'
      : 'The access was delivered, and the data hold neither the request nor an approval or assignment.',
});
