import { type Counted, mostListed } from '../columns/questions';
import type { Clause } from '../filter/clause';
import type { Compared, Facet, SummaryAnswer } from '../summary';
import { type Ask, leaving } from './asking';
import { type Facets, nameIn } from './facets';
import { inOrder } from './inOrder';
import { isNoHuman, isNoReason, seconds, share } from './measures';

const statistics = (id: string, requests: string) => `
SELECT ${id} AS id, count(*)::DOUBLE AS requests, count(r.took)::DOUBLE AS "byPeople",
  ${seconds(0.5)} AS "medianSeconds", ${seconds(0.05)} AS "p5Seconds",
  count(*) FILTER (${isNoReason})::DOUBLE AS "noReason", count(*)::DOUBLE AS "noReasonOf",
  count(*) FILTER (${isNoHuman})::DOUBLE AS "noHuman", (count(*) OVER ())::DOUBLE AS "of"
FROM ${requests} r WHERE id IS NOT NULL GROUP BY id QUALIFY row_number() OVER (ORDER BY requests DESC, id) <= ${mostListed}`;

/** The packages of what matches but for the package clause; their names are those of the facet. */
export async function comparedPackages(
  ask: Ask,
  clauses: readonly Clause[],
  facets: Promise<Facets>,
): Promise<SummaryAnswer['packages']> {
  const found = await ask(leaving(clauses, 'package'), { name: 'packages' }, (requests) =>
    statistics('r.package_id', requests),
  );
  return compared(found, (await facets).package);
}

/** The approvers of what matches but for the approver clause: their requests, and the reasons of their own decisions. */
export async function comparedApprovers(
  ask: Ask,
  clauses: readonly Clause[],
  facets: Promise<Facets>,
): Promise<SummaryAnswer['approvers']> {
  const others = leaving(clauses, 'approver');
  const [found, reasons] = await Promise.all([
    ask(others, { name: 'approvers' }, (requests) =>
      statistics(
        'r.id',
        `(SELECT unnest(approver_ids) AS id, took, outcome, reason_state FROM ${requests} each)`,
      ),
    ),
    ask(
      others,
      { name: 'approverReasons' },
      (requests) => `
SELECT id, count(*)::DOUBLE AS "noReasonOf", count(*) FILTER (state IN ('empty', 'absent'))::DOUBLE AS "noReason"
FROM (SELECT unnest(r.decided_by) AS id, unnest(r.decided_states) AS state FROM ${requests} r) WHERE id IS NOT NULL GROUP BY ALL`,
    ),
  ]);
  const ofApprover = new Map(reasons.map((each) => [each.id, each]));
  const nothing = { noReason: 0, noReasonOf: 0 };
  return compared(
    found.map((each) => ({ ...each, ...(ofApprover.get(each.id) ?? nothing), noHuman: 0 })),
    (await facets).approver,
  );
}

function compared(found: readonly Counted[], facet: Facet): { compared: Compared[]; more: number } {
  return {
    compared: inOrder(found, ({ requests, id }) => [-requests, id]).map(({ of, ...each }) => ({
      ...each,
      name: nameIn(facet, each.id),
      noReasonShare: share(each.noReason, each.noReasonOf),
      noHumanShare: share(each.noHuman, each.requests),
    })),
    more: (found[0]?.of ?? 0) - found.length,
  };
}
