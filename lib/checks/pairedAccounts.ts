import { z } from 'zod';
import { check } from './check';
import { thresholds } from './thresholds';

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
WITH approvals AS MATERIALIZED (
  SELECT number, tenant, request_id, place, record, moment, approver_id, approver, package_id, requestor_id, is_concerned FROM waits WHERE requestor_id <> approver_id
),
here AS MATERIALIZED (SELECT * FROM approvals WHERE is_concerned),
by_approver AS (
  SELECT number, count(*) OVER (PARTITION BY tenant, approver_id, requestor_id ORDER BY moment RANGE ${before(baselineDays)}) AS met,
    count(*) OVER (PARTITION BY tenant, approver_id ORDER BY moment RANGE ${before(baselineDays)}) AS approvals
  FROM approvals SEMI JOIN (SELECT DISTINCT tenant, approver_id FROM here) USING (tenant, approver_id)
),
by_package AS (
  SELECT number, count(*) OVER (PARTITION BY tenant, package_id ORDER BY moment RANGE ${before(baselineDays)}) AS of_package,
    count(*) OVER (PARTITION BY tenant, package_id, approver_id ORDER BY moment RANGE ${before(baselineDays)}) AS own_of_package
  FROM approvals SEMI JOIN (SELECT DISTINCT tenant, package_id FROM here) USING (tenant, package_id)
),
both_ways AS MATERIALIZED (
  SELECT * FROM approvals w SEMI JOIN (SELECT DISTINCT tenant, approver_id, requestor_id FROM approvals) b
    ON b.tenant = w.tenant AND b.approver_id = w.requestor_id AND b.requestor_id = w.approver_id
),
mutual AS MATERIALIZED (
  SELECT w.*, b.record AS back_record FROM both_ways w ASOF JOIN both_ways b
    ON b.tenant = w.tenant AND b.approver_id = w.requestor_id AND b.requestor_id = w.approver_id AND w.moment > b.moment
  WHERE b.moment > w.moment - INTERVAL ${days} DAY
),
teams AS (
  SELECT number, count(DISTINCT requestor_id) OVER (PARTITION BY tenant, approver_id ORDER BY moment
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS partners FROM mutual
),
mutual_here AS MATERIALIZED (SELECT * FROM mutual WHERE is_concerned),
between_them AS (
  SELECT h.number, count(*)::INTEGER AS times FROM mutual_here h JOIN both_ways w ON w.tenant = h.tenant
    AND least(w.approver_id, w.requestor_id) = least(h.approver_id, h.requestor_id)
    AND greatest(w.approver_id, w.requestor_id) = greatest(h.approver_id, h.requestor_id)
    AND w.moment > h.moment - INTERVAL ${days} DAY AND w.moment <= h.moment
  GROUP BY ALL
),
approvers AS (
  SELECT p.number, count(*) <= 2 AS only_two
  FROM (
    SELECT h.number, h.tenant, h.moment, h.package_id, a.approver_id
    FROM mutual_here h JOIN (SELECT DISTINCT tenant, package_id, approver_id FROM approvals) a USING (tenant, package_id)
  ) p ASOF JOIN approvals w ON w.tenant = p.tenant AND w.package_id = p.package_id AND w.approver_id = p.approver_id AND p.moment >= w.moment
  WHERE w.moment >= p.moment - INTERVAL ${baselineDays} DAY
  GROUP BY ALL
),
told AS (
  SELECT h.*, m.number IS NOT NULL AS is_mutual, m.back_record, t.partners, b.times, r.requestor, r.sources."requestedAt" AS asked, a.address,
    coalesce(o.only_two, false) AS only_two, p.of_package,
    n.met = 0 AND NOT is_mutual AS is_first, coalesce(${stem('h.approver')} = ${stem('r.requestor')}, false) AS alike,
    coalesce(is_first AND n.approvals >= ${established} AND p.of_package >= ${established} AND p.own_of_package = 0, false) AS stands_out
  FROM here h JOIN requests r USING (tenant, request_id) JOIN by_approver n USING (number)
  LEFT JOIN by_package p USING (number)
  LEFT JOIN mutual_here m USING (number)
  LEFT JOIN teams t USING (number)
  LEFT JOIN between_them b USING (number)
  LEFT JOIN approvers o USING (number)
  LEFT JOIN (SELECT * FROM same_addresses WHERE people = 2) a USING (number)
)
SELECT tenant, request_id,
  CASE WHEN address IS NOT NULL AND (is_mutual OR is_first OR alike) THEN 'strong'
    WHEN is_mutual AND partners <= ${partners} AND NOT only_two THEN 'medium' WHEN is_mutual OR alike OR stands_out THEN 'low' END AS strength,
  struct_pack(approver := approver, requestor := coalesce(requestor, requestor_id), times := CASE WHEN is_mutual THEN times END,
    team := CASE WHEN is_mutual THEN partners::INTEGER ELSE 0 END, onlyTwo := is_mutual AND only_two, first := is_first, alike := alike,
    packageOf := CASE WHEN stands_out THEN of_package::INTEGER END, address := address) AS facts,
  NULL::VARCHAR AS limits, [asked, record, CASE WHEN is_mutual THEN back_record END] AS records
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
