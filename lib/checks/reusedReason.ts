import { z } from 'zod';
import { countWords } from '../words/count';
import { check } from './check';
import { hasReason } from './normalisedReason';
import { thresholds } from './thresholds';

const { days, people, uses, byDesign, from } = thresholds.reusedReason;

const lately = `ORDER BY requested::TIMESTAMP RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW`;

const reasons = `
  SELECT tenant, request_id, words, package_id, requested, coalesce(requestor_id, lower(requestor)) AS person, sources.requestedAt AS key
  FROM requests WHERE words IS NOT NULL AND requested IS NOT NULL AND package_id IS NOT NULL
    AND ${hasReason}`;

/**
 * The same words, but for case, spaces and numbers, by several people or again and again for one package. Where most
 * reasons for the package repeat, they are answers to choose from.
 */
export const reusedReason = check({
  id: 'reused-reason',
  sql: `
WITH reasons AS (${reasons}),
mine AS MATERIALIZED (SELECT * FROM reasons SEMI JOIN concerned USING (tenant, request_id)),
counted AS (
  SELECT *, count(*) OVER w AS uses, count(DISTINCT person) OVER w AS people,
    list(key) OVER (PARTITION BY tenant, package_id, words ORDER BY requested, request_id ROWS 19 PRECEDING) AS keys
  FROM reasons SEMI JOIN (SELECT tenant, package_id, words FROM mine GROUP BY ALL) USING (tenant, package_id, words)
  WINDOW w AS (PARTITION BY tenant, package_id, words ${lately})
), repeated AS MATERIALIZED (
  SELECT * FROM counted SEMI JOIN concerned USING (tenant, request_id) WHERE people >= ${people} OR uses >= ${uses}
), choices AS (
  SELECT tenant, request_id, count(*) OVER w AS n, count(*) FILTER (is_repeated) OVER w AS repeats
  FROM (
    SELECT *, count(*) OVER (PARTITION BY tenant, package_id, words ${lately}) >= ${people} AS is_repeated
    FROM reasons SEMI JOIN (SELECT DISTINCT tenant, package_id FROM repeated) USING (tenant, package_id)
  )
  WINDOW w AS (PARTITION BY tenant, package_id ORDER BY requested::TIMESTAMP
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING)
)
SELECT tenant, request_id, 'medium' AS strength, struct_pack(uses := uses, people := people) AS facts, NULL::VARCHAR AS limits,
  keys[-least(uses, 20):] AS records
FROM repeated JOIN choices USING (tenant, request_id) WHERE n < ${from} OR repeats < ${byDesign} * n`,
  facts: z.object({ uses: z.number(), people: z.number() }),
  say: ({ uses, people }) =>
    `The same words were given ${countWords(uses)} times in ${days} days for this package, by ${countWords(people)} ${people === 1 ? 'person' : 'people'}.`,
});
