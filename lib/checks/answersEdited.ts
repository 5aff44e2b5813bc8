import { z } from 'zod';
import { durationWords } from '../words/duration';
import { textOf } from './changedTargets';
import { check } from './check';
import { secondsFrom } from './secondsFrom';

/** An approver changed what the requestor had answered; Microsoft allows it, so it is told with old and new text. */
export const answersEdited = check({
  id: 'answers-edited',
  sql: `
WITH edited AS MATERIALIZED (
  SELECT r.tenant, r.request_id, r.sources.answersEditedAt AS key, r.edited_by, r.decided, r.sources.decidedAt AS decision,
    CAST(r.edited_text AS TIMESTAMP_NS) AS edited
  FROM requests r SEMI JOIN concerned USING (tenant, request_id) WHERE r.edited_text IS NOT NULL
), changes AS (
  SELECT tenant, key, any_value([p FOR p IN flatten([coalesce(t.modifiedProperties, []) FOR t IN
    from_json(target_resources, '[{"modifiedProperties":[{"displayName":"VARCHAR","oldValue":"VARCHAR","newValue":"VARCHAR"}]}]')])
    IF p.oldValue IS DISTINCT FROM p.newValue][1]) AS first
  FROM records SEMI JOIN edited USING (tenant, key) WHERE class <> 'waiting' GROUP BY ALL
)
SELECT e.tenant, e.request_id, 'medium' AS strength,
  struct_pack("by" := e.edited_by, untilDecision := ${secondsFrom('e.edited', 'e.decided')},
    before := ${text('c.first.oldValue')}, "after" := ${text('c.first.newValue')}) AS facts,
  CASE WHEN c.first IS NULL THEN 'what was changed is not in the log' END AS limits,
  [e.key, e.decision] AS records
FROM edited e LEFT JOIN changes c USING (tenant, key)`,
  facts: z.object({
    by: z.string().nullable(),
    untilDecision: z.number().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  say: ({ by, untilDecision, before, after }) => {
    const who = by ?? 'Somebody whom the record does not name';
    const when =
      untilDecision === null
        ? ''
        : untilDecision >= 0
          ? `, ${durationWords(untilDecision)} before the decision`
          : `, ${durationWords(-untilDecision)} after the decision`;
    const what = before === null && after === null ? '' : `, from ${quoted(before)} to ${quoted(after)}`;
    return `${who} edited the requestor’s answers${when}${what}.`;
  },
});

function text(value: string): string {
  return `left(nullif(${textOf(value)}, ''), 200)`;
}

function quoted(value: string | null): string {
  return value === null ? 'nothing' : `“${value}”`;
}
