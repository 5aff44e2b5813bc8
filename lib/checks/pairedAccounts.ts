import { z } from 'zod';
import { sameAddresses } from './addresses';
import { check } from './check';
import { thresholds } from './thresholds';
import { waits } from './waits';

const { baselineDays } = thresholds;
const { days, partners, established } = thresholds.pairedAccounts;

/** The name of an account without what marks it as somebody's second one, its domain and its separators. */
const stem = (upn: string) =>
  `nullif(regexp_replace(regexp_replace(regexp_replace(lower(${upn}), '#ext#.*$|@.*$', ''), '^(adm|admin|priv|t[0-2])[._-]|[._-](adm|admin|priv|t[0-2])$', ''), '[._-]', '', 'g'), '')`;

const before = (interval: number) =>
  `BETWEEN INTERVAL ${interval} DAY PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING`;

/**
 * Most pairs meet for the first time in ordinary life. Alone that marks only where their account names are alike, or
 * where an established approver is new to the requestor and to a package with an established approval. Approving
 * for each other is natural where many do (the approver has more such partners than a few) or where no more
 * than two people approve for the package: there it is low. With an address that nobody else uses, each is strong.
 */
export const pairedAccounts = check({
  id: 'paired-accounts',
  sql: `
WITH waits AS MATERIALIZED (SELECT * FROM (${waits}) WHERE requestor_id IS NOT NULL AND approver_id <> requestor_id),
seen AS MATERIALIZED (
  SELECT *, count(*) OVER (PARTITION BY tenant, approver_id, requestor_id ORDER BY moment RANGE ${before(baselineDays)}) AS met,
    count(*) OVER (PARTITION BY tenant, approver_id ORDER BY moment RANGE ${before(baselineDays)}) AS approvals,
    count(*) OVER (PARTITION BY tenant, package_id ORDER BY moment RANGE ${before(baselineDays)}) AS of_package,
    count(*) OVER (PARTITION BY tenant, package_id, approver_id ORDER BY moment RANGE ${before(baselineDays)}) AS own_of_package,
    count(DISTINCT approver_id) OVER (PARTITION BY tenant, package_id ORDER BY moment
      RANGE BETWEEN INTERVAL ${baselineDays} DAY PRECEDING AND CURRENT ROW) AS approvers
  FROM waits
),
back AS (
  SELECT w.*, b.moment AS back_moment, b.record AS back_record FROM seen w ASOF LEFT JOIN waits b
    ON b.tenant = w.tenant AND b.approver_id = w.requestor_id AND b.requestor_id = w.approver_id AND w.moment > b.moment
),
mutual AS MATERIALIZED (
  SELECT *, coalesce(back_moment > moment - INTERVAL ${days} DAY, false) AS is_mutual FROM back
),
teams AS (
  SELECT tenant, request_id, place, count(DISTINCT requestor_id) FILTER (is_mutual) OVER (PARTITION BY tenant, approver_id ORDER BY moment
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS partners FROM mutual
),
here AS (SELECT * FROM mutual SEMI JOIN concerned USING (tenant, request_id)),
between_them AS (
  SELECT h.tenant, h.request_id, h.place, count(*)::INTEGER AS times FROM here h JOIN waits w ON h.is_mutual AND w.tenant = h.tenant
    AND least(w.approver_id, w.requestor_id) = least(h.approver_id, h.requestor_id)
    AND greatest(w.approver_id, w.requestor_id) = greatest(h.approver_id, h.requestor_id)
    AND w.moment > h.moment - INTERVAL ${days} DAY AND w.moment <= h.moment
  GROUP BY ALL
),
told AS (
  SELECT h.*, t.partners, b.times, r.requestor, r.sources."requestedAt" AS asked, a.address,
    h.approvers <= 2 AS only_two,
    h.met = 0 AND NOT h.is_mutual AS is_first, coalesce(${stem('h.approver')} = ${stem('r.requestor')}, false) AS alike,
    is_first AND h.approvals >= ${established} AND h.of_package >= ${established} AND h.own_of_package = 0 AS stands_out
  FROM here h JOIN teams t USING (tenant, request_id, place) JOIN requests r USING (tenant, request_id)
  LEFT JOIN between_them b USING (tenant, request_id, place)
  LEFT JOIN (SELECT * FROM (${sameAddresses}) WHERE people = 2) a USING (tenant, request_id, place)
)
SELECT tenant, request_id,
  CASE WHEN address IS NOT NULL AND (is_mutual OR is_first OR alike) THEN 'strong'
    WHEN is_mutual AND partners <= ${partners} AND NOT only_two THEN 'medium' WHEN is_mutual OR alike OR stands_out THEN 'low' END AS strength,
  struct_pack(approver := approver, requestor := coalesce(requestor, requestor_id), times := CASE WHEN is_mutual THEN times END,
    team := CASE WHEN is_mutual THEN partners::INTEGER ELSE 0 END, onlyTwo := is_mutual AND only_two, first := is_first, alike := alike,
    packageOf := CASE WHEN stands_out THEN of_package::INTEGER END, address := address) AS facts,
  NULL::VARCHAR AS limits, list_filter([asked, record, CASE WHEN is_mutual THEN back_record END], key -> key IS NOT NULL) AS records
FROM told WHERE strength IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY tenant, request_id ORDER BY strength = 'strong' DESC, strength = 'medium' DESC, place) = 1`,
  facts: z.object({
    approver: z.string(),
    requestor: z.string(),
    times: z.number().nullable(),
    team: z.number(),
    onlyTwo: z.boolean(),
    first: z.boolean(),
    alike: z.boolean(),
    packageOf: z.number().nullable(),
    address: z.string().nullable(),
  }),
  say: ({ approver, requestor, times, team, onlyTwo, first, alike, packageOf, address }) =>
    [
      ...(times === null
        ? []
        : [`${requestor} and ${approver} approved for each other, ${times} times in all in ${days} days.`]),
      ...(team > partners
        ? [`${approver} and ${team} people approve for each other, as small teams do.`]
        : []),
      ...(onlyTwo ? ['No more than two people approve for this package.'] : []),
      ...(first ? [`The first approval by ${approver} for ${requestor} in ${baselineDays} days.`] : []),
      ...(packageOf === null ? [] : [`Others approved the ${packageOf} earlier ones for the package.`]),
      ...(alike ? [`The account names ${requestor} and ${approver} are alike.`] : []),
      ...(address === null ? [] : [`Both came from ${address}, which nobody else used.`]),
    ].join(' '),
});
