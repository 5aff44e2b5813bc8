import { z } from 'zod';
import { durationWords } from '../words/duration';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { hours } = thresholds.recordDeletedAccessKept;

/** The record of a delivered request was deleted, which takes no access away, and no removal came before or soon after. */
export const recordDeletedAccessKept = check({
  id: 'record-deleted-access-kept',
  sql: `
WITH deleted AS (
  SELECT r.tenant, r.request_id, r.sources.delivery AS delivery, r.sources.recordDeletedAt AS key, r.deleted_by,
    CAST(r.deleted_text AS TIMESTAMP_NS) AS deleted
  FROM requests r SEMI JOIN concerned USING (tenant, request_id)
  WHERE r.deleted_text IS NOT NULL AND r.kind <> 'removal' AND r.delivery IN ('delivered', 'partial')
)
SELECT d.tenant, d.request_id, 'strong' AS strength,
  struct_pack(after := ${secondsFrom('e.instant', 'd.deleted')}, "by" := d.deleted_by,
    removedAfter := ${secondsFrom('d.deleted', 'CAST(m.at_text AS TIMESTAMP_NS)')}) AS facts,
  NULL::VARCHAR AS limits, [d.key, d.delivery, m.record] AS records
FROM deleted d JOIN events e ON e.tenant = d.tenant AND e.key = d.delivery
LEFT JOIN removed m ON m.tenant = d.tenant AND m.request_id = d.request_id
WHERE d.deleted >= e.instant
  AND (m.at_text IS NULL OR CAST(m.at_text AS TIMESTAMP_NS) > d.deleted::TIMESTAMP + INTERVAL ${hours} HOUR)`,
  facts: z.object({ after: z.number(), by: z.string().nullable(), removedAfter: z.number().nullable() }),
  say: ({ after, by, removedAfter }) => {
    const removal =
      removedAfter === null
        ? 'no removal of the access is in the data'
        : `the access was removed ${durationWords(removedAfter)} after that`;
    return `Request record deleted ${durationWords(after)} after delivery${by === null ? '' : ` by ${by}`}; ${removal}.`;
  },
});
