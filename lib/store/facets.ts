import 'server-only';
import { type Answers, mostListed } from '../columns/questions';
import type { AnyOfField, Clause, OneOfField } from '../filter/clause';
import { listFields, valueWords } from '../filter/fields';
import { lowered } from '../filter/lowered';
import { type Facet, type FacetField, type FacetValue, facetFields } from '../summary';
import { type Ask, asking, leaving } from './asking';
import { inOrder } from './inOrder';
import { checksOf, strengthOf } from './marks';
import { namesWithin } from './names';
import { type Naming, namingOf } from './naming';
import type { Store } from './open';
import { namesOf } from './rows';

const words: Record<OneOfField, string> = {
  outcome: 'r.outcome',
  delivery: 'r.delivery',
  kind: 'r.kind',
  userType: 'r.user_type',
  requestorReason: 'r.reason_state',
  approverReason: 'unnest(r.approver_states)',
  check: `unnest(${checksOf})`,
  strength: strengthOf,
  client: 'r.client',
  tenant: 'r.tenant',
};

const ids: Record<AnyOfField, { id: string; name: 'package' | 'policy' | 'person' }> = {
  package: { id: 'r.package_id', name: 'package' },
  policy: { id: 'r.policy_id', name: 'policy' },
  requestor: { id: 'r.requestor_id', name: 'person' },
  target: { id: 'r.target_id', name: 'person' },
  approver: { id: 'unnest(r.approver_ids)', name: 'person' },
};

export type Facets = Record<FacetField, Facet>;

type Names = Readonly<Record<string, string>>;

/** Every facet at once; `names` has the names of chosen ids. */
export async function allFacets(
  ask: Ask,
  clauses: readonly Clause[],
  names: Promise<Names>,
  naming: Naming,
): Promise<Facets> {
  const found = await Promise.all(
    facetFields.map(async (field) => [field, await facet(ask, clauses, field, names, naming)] as const),
  );
  return Object.fromEntries(found) as Facets;
}

/**
 * The values of one field among the requests that match every other field's choices. `find` leaves only the
 * values whose name or id contains that text.
 */
async function facet(
  ask: Ask,
  clauses: readonly Clause[],
  field: FacetField,
  names: Promise<Names>,
  naming: Naming,
  find = '',
): Promise<Facet> {
  const others = leaving(clauses, field);
  const chosen = chosenOf(clauses, field);
  return isWordField(field)
    ? wordFacet(
        await ask(others, { name: 'words', field }, wordCounts(words[field])),
        field,
        chosen,
        lowered(find),
      )
    : idFacet(ask, others, field, chosen, names, naming, lowered(find));
}

/** The name that a facet tells of an object id. */
export function nameIn({ values }: Facet, id: string): string | null {
  return values.find(({ value }) => value === id)?.name ?? null;
}

function isWordField(field: FacetField): field is OneOfField {
  return Object.hasOwn(words, field);
}

function chosenOf(clauses: readonly Clause[], field: FacetField): string[] {
  return clauses.flatMap((clause) => {
    if (clause.field !== field) return [];
    if (clause.kind === 'one-of') return clause.values;
    return clause.kind === 'any-of' ? clause.ids : [];
  });
}

const wordCounts = (value: string) => (requests: string) =>
  `
SELECT value, NULL AS name, count(*)::DOUBLE AS requests FROM (SELECT ${value} AS value FROM ${requests} r)
WHERE value IS NOT NULL GROUP BY ALL`;

/** Every word of the field is told, with 0 where there is none; a tenant is told where there is one, or chosen. */
function wordFacet(found: FacetValue[], field: OneOfField, chosen: readonly string[], term: string): Facet {
  const order = Object.keys(listFields[field].words ?? {});
  const counts = new Map(found.map(({ value, requests }) => [value, requests]));
  const values = [...new Set([...order, ...counts.keys(), ...chosen])]
    .filter((value) => [value, valueWords(field, value)].some((text) => lowered(text).includes(term)))
    .map((value) => ({ value, name: null, requests: counts.get(value) ?? 0 }));
  const sorted = inOrder(values, ({ value, requests }) => [-requests, order.indexOf(value), value]);
  const listed = sorted.filter(({ value }, place) => place < mostListed || chosen.includes(value));
  return { values: listed, more: sorted.length - listed.length };
}

/** A name belongs to an id in one tenant, and is told only where the requests hold it there. */
const idCounts = (field: AnyOfField, known: string, which: string) => (requests: string) =>
  `
WITH counted AS (
  SELECT tenant, id, count(*) AS requests FROM (SELECT r.tenant, ${ids[field].id} AS id FROM ${requests} r)
  WHERE id IS NOT NULL GROUP BY ALL
), named AS (
  SELECT c.id AS value, min(coalesce(n.name, called.name)) AS name, sum(c.requests)::DOUBLE AS requests
  FROM counted c LEFT JOIN ${known} n ON n.tenant = c.tenant AND n.id = c.id AND n.kind = '${ids[field].name}'
  LEFT JOIN ${known} called ON called.tenant = c.tenant AND called.id = c.id AND called.kind = 'called'
  GROUP BY ALL
)
SELECT *, (count(*) OVER ())::DOUBLE AS "of", NULL AS tenants FROM named
WHERE (contains(value, $term) OR coalesce(contains(lower(nfc_normalize(name)), $term), false)) ${which}`;

const frequent = `QUALIFY row_number() OVER (ORDER BY requests DESC, value) <= ${mostListed}`;
const picked = `AND list_contains(from_json($chosen, '["VARCHAR"]'), value)`;

async function idFacet(
  ask: Ask,
  others: readonly Clause[],
  field: AnyOfField,
  chosen: string[],
  names: Promise<Names>,
  naming: Naming,
  term: string,
): Promise<Facet> {
  const withChosen: Clause[] = [...others, { kind: 'any-of', field, not: false, ids: chosen, texts: [] }];
  const known = namesWithin(others);
  const named = (found: Answers['ids'][]) => naming(ids[field].name, found);
  const [listed, chosenOnes, namesOfChosen] = await Promise.all([
    ask(others, { name: 'ids', field, among: null }, idCounts(field, known.sql, frequent), {
      term,
      ...known.bindings,
    }).then(named),
    chosen.length === 0
      ? []
      : ask(withChosen, { name: 'ids', field, among: chosen }, idCounts(field, known.sql, picked), {
          term,
          chosen: JSON.stringify(chosen),
          ...known.bindings,
        }).then(named),
    names,
  ]);
  const absent = chosen
    .map((value) => ({ value, name: namesOfChosen[value] ?? null, requests: 0 }))
    .filter(({ value, name }) => value.includes(term) || lowered(name ?? '').includes(term));
  const told = new Map([...absent, ...chosenOnes, ...listed].map((each) => [each.value, each]));
  const values = [...told.values()].map(({ value, name, requests }) => ({ value, name, requests }));
  return {
    values: inOrder(values, ({ value, requests }) => [-requests, value]),
    more: (listed[0]?.of ?? 0) - values.filter(({ requests }) => requests > 0).length,
  };
}

/** One facet, of only the values whose name or id contains the text `find`; DuckDB looks for it. */
export function searchedFacet(
  store: Store,
  clauses: readonly Clause[],
  field: FacetField,
  find: string,
): Promise<Facet> {
  const ask = asking({ ...store, columns: null }, new Map());
  return facet(ask, clauses, field, namesOf(store, clauses), namingOf(store, clauses), find);
}
