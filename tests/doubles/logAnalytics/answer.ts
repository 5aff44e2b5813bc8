import { createHash } from 'node:crypto';
import { huntingQuery } from './huntingQuery';
import { type Table, textTable } from './table';
import type { StoredRow } from './tableRow';
import { datetimeText, property, tostring } from './values';

type Parameters = Map<string, string>;

/**
 * The texts that this double knows, by the digest of what follows their parameters. After a text changes, change
 * here what it stands for, and then its digest.
 */
const texts = new Map<string, (rows: StoredRow[], parameters: Parameters) => Table>([
  ['068624a379ccaa11', records],
  ['49fc8186cc879388', survey],
  ['130dc3cbdaec1861', countsByDay],
  ['4bf9c63544d26b21', repeatedIds],
  ['2fa770dbfba74db8', (rows) => huntingQuery(rows.map(({ row }) => row))],
]);

/** What a KQL text answers over the rows; null for a text that this double does not know. */
export function answer(text: string, rows: StoredRow[]): Table | null {
  const [head = ''] =
    /^(?:let \w+ = (?:"[^"\n]*"|dynamic\([^\n]*\)|datetime\([^\n]*\));\n)*/.exec(text) ?? [];
  const digest = createHash('sha256').update(text.slice(head.length)).digest('hex').slice(0, 16);
  const parameters = new Map(
    [...head.matchAll(/^let (\w+) = (.*);$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  return texts.get(digest)?.(rows, parameters) ?? null;
}

const recordColumns = [
  'Id',
  'TimeGenerated',
  'ActivityDateTime',
  'OperationName',
  'AADOperationType',
  'Category',
  'LoggedByService',
  'Result',
  'ResultReason',
  'Identity',
  'CorrelationId',
  'AADTenantId',
  'InitiatedBy',
  'TargetResources',
  'AdditionalDetails',
  'IngestedAt',
];

function records(all: StoredRow[], parameters: Parameters): Table {
  const [from, to] = [instant(parameters, 'generatedFrom'), instant(parameters, 'generatedTo')];
  const [ingestedFrom, ingestedTo] = [instant(parameters, 'ingestedFrom'), instant(parameters, 'ingestedTo')];
  const monthBefore = from && datetimeText(new Date(Date.parse(from) - 30 * 86_400_000).toISOString());
  const correlations = new Set(
    all
      .filter((stored) => isWithin(generated(stored), monthBefore, null) && isOurs(stored, parameters))
      .map(({ row }) => lower(row.CorrelationId))
      .filter((id) => id !== ''),
  );
  const found = all.filter(
    (stored) =>
      isWithin(generated(stored), from, to) &&
      isWithin(datetimeText(stored.ingestedAt), ingestedFrom, ingestedTo) &&
      (isOurs(stored, parameters) ||
        lower(stored.row.OperationName) === 'add user' ||
        lower(property(stored.row.InitiatedBy, 'app', 'displayName')) ===
          'azure ad identity governance - user management' ||
        correlations.has(lower(stored.row.CorrelationId))),
  );
  return textTable(
    recordColumns,
    found.map(({ row, ingestedAt }) =>
      recordColumns.map((name) => {
        if (name === 'IngestedAt') return datetimeText(ingestedAt);
        if (name === 'TimeGenerated' || name === 'ActivityDateTime') return datetimeText(row[name]);
        if (name === 'AADTenantId' && tostring(row[name]) === '')
          return /\/tenants\/([^/]+)/.exec(tostring(row.ResourceId))?.[1] ?? '';
        return tostring(row[name]);
      }),
    ),
  );
}

function survey(all: StoredRow[], parameters: Parameters): Table {
  const [from, to] = [instant(parameters, 'generatedFrom'), instant(parameters, 'generatedTo')];
  const ours = all.filter((stored) => isWithin(generated(stored), from, to) && isOurs(stored, parameters));
  const times = ours.map(generated).sort();
  const ingested = ours.map(({ ingestedAt }) => datetimeText(ingestedAt)).sort();
  const rows = [['ours', '', String(ours.length), times[0] ?? '', times.at(-1) ?? '', ingested.at(-1) ?? '']];
  const recent = all.filter((stored) =>
    isWithin(generated(stored), instant(parameters, 'categoriesFrom'), to),
  );
  for (const [category, members] of grouped(recent, ({ row }) => tostring(row.Category)))
    rows.push([
      'category',
      category,
      String(members.length),
      '',
      members.map(generated).sort().at(-1) ?? '',
      '',
    ]);
  return textTable(
    ['Scope', 'Category', 'Records', 'Oldest', 'Newest', 'NewestIngested'],
    rows.sort(([, , , , one = ''], [, , , , other = '']) => (one < other ? 1 : -1)),
  );
}

function countsByDay(all: StoredRow[], parameters: Parameters): Table {
  const [from, to] = [instant(parameters, 'generatedFrom'), instant(parameters, 'generatedTo')];
  const ingestedTo = instant(parameters, 'ingestedTo') ?? '';
  const counted = all.filter(
    (stored) =>
      isWithin(generated(stored), from, to) &&
      datetimeText(stored.ingestedAt) <= ingestedTo &&
      isOurs(stored, parameters) &&
      tostring(stored.row.Id) !== '',
  );
  const days = grouped(counted, (stored) => generated(stored).slice(0, 10));
  return textTable(
    ['Day', 'Records'],
    [...days].map(([day, rows]) => [day, String(new Set(rows.map(({ row }) => row.Id)).size)]),
  );
}

function repeatedIds(all: StoredRow[]): Table {
  const named = all.filter(({ row }) =>
    [
      'User requests access package assignment',
      'Approve access package assignment request',
      'Request approved',
    ].includes(tostring(row.OperationName)),
  );
  const repeated = [...grouped(named, ({ row }) => tostring(row.Id)).values()].filter(
    (copies) => copies.length > 1,
  );
  return textTable(
    ['CorrelationId', 'Targets'],
    repeated.flatMap(([copy]) =>
      copy === undefined ? [] : [[tostring(copy.row.CorrelationId), tostring(copy.row.TargetResources)]],
    ),
  );
}

function isOurs({ row }: StoredRow, parameters: Parameters): boolean {
  const [category, operation] = [lower(row.Category), lower(row.OperationName)];
  if (category === 'entitlementmanagement' || list(parameters, 'approvalNames').has(operation)) return true;
  return (
    (category === '' || category === 'audit') &&
    (list(parameters, 'entitlementNames').has(operation) ||
      /"type":\s*"accesspackage/i.test(tostring(row.TargetResources)))
  );
}

/** A datetime parameter; null for `datetime(null)`. */
function instant(parameters: Parameters, name: string): string | null {
  const [, text = 'null'] = /^datetime\((.*)\)$/.exec(parameters.get(name) ?? '') ?? [];
  return text === 'null' ? null : datetimeText(text);
}

const lists = new Map<string, Set<string>>();

function list(parameters: Parameters, name: string): Set<string> {
  const literal = parameters.get(name) ?? 'dynamic([])';
  const known = lists.get(literal);
  if (known) return known;
  const read: unknown = JSON.parse(literal.replace(/^dynamic\(|\)$/g, ''));
  const names = new Set(Array.isArray(read) ? read.map(lower) : []);
  lists.set(literal, names);
  return names;
}

function isWithin(time: string, from: string | null, to: string | null): boolean {
  return (from === null || time >= from) && (to === null || time < to);
}

function generated({ row }: StoredRow): string {
  return datetimeText(row.TimeGenerated);
}

function lower(value: unknown): string {
  return tostring(value).toLowerCase();
}

function grouped<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    groups.set(key(row), group);
    group.push(row);
  }
  return groups;
}
