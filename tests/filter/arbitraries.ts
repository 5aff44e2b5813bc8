import fc from 'fast-check';
import { without } from '@/lib/filter/clauses';
import { columnIds } from '@/lib/filter/columns';
import { fieldNames, listFields } from '@/lib/filter/fields';
import type {
  ArrivalRange,
  Choices,
  Filter,
  InstantRange,
  ListFieldName,
  NumberRange,
  Span,
  TimeRange,
} from '@/lib/filter/filter';
import { compareInstants, readInstant } from '@/lib/filter/instant';
import { distinct } from '@/lib/filter/kinds/leftOut';
import { listOrders, roles, sortFields, timeZones, type View } from '@/lib/filter/view';

const pieces = [
  ...'&=#%+-":,;\'\\/|*?<>[]{}() \t\n\0',
  '\u00a0',
  '\u202e',
  '\u200f',
  '\ufeff',
  'שלום',
  '😀',
  '👩🏽‍💻',
  'e\u0301',
  'É',
  'Σ',
  'ς',
  'İ',
  'ß',
  '%20',
  '%_%',
  '""',
  '..',
  'none',
  'approver:',
  '-q',
  "' or 1=1 --",
  '$1',
  'ortega',
  'Finance',
];

/** Text of 1 to 100 UTF-16 units with what breaks URLs, quoting, SQL and display; never only white space. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && text.toLowerCase().length <= 100);

/** Ids, texts and times of some data, so that generated filters also match something. */
export interface Pool {
  ids: readonly string[];
  texts: readonly string[];
  instants: readonly string[];
}

const noPool: Pool = { ids: [], texts: [], instants: [] };

/** Object ids, lower-cased. */
const objectId = fc.uuid();

/** UTC instants as `readInstant` gives them. */
const instant: fc.Arbitrary<string> = fc
  .tuple(
    fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }),
    fc.integer({ min: 0, max: 9_999_999 }),
    fc.boolean(),
  )
  .map(([date, fraction, midnight]) =>
    midnight
      ? date.toISOString().slice(0, 10)
      : `${date.toISOString().slice(0, 19)}.${String(fraction).padStart(7, '0')}Z`,
  )
  .map(canonical);

function canonical(text: string): string {
  const read = readInstant(text);
  if (read === null) throw new Error(`not an instant: ${text}`);
  return read;
}

const seconds = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 0, max: 999_999_999 }).map((micros) => Number((micros / 1_000_000).toFixed(6))),
);

const tookRanges: fc.Arbitrary<NumberRange> = fc
  .record({ min: fc.option(seconds), max: fc.option(seconds) })
  .filter(({ min, max }) => min === null || max === null || min < max);

/** True for a range that a URL can hold: one end is set, and what it holds is not nothing. */
function isRange<E>(from: E | null, to: E | null, compare: (from: E, to: E) => number): boolean {
  if (from === null || to === null) return from !== to;
  return compare(from, to) < 0;
}

function decidedRanges(pool: Pool): fc.Arbitrary<InstantRange> {
  const end = fc.option(fc.oneof(from(pool.instants, instant), instant));
  return fc
    .record({ from: end, to: end })
    .filter(({ from, to }) => from === null || to === null || compareInstants(from, to) < 0);
}

export function arrivalRanges(pool: Pool): fc.Arbitrary<ArrivalRange> {
  const end = fc.option(fc.oneof(from(pool.instants, instant), instant));
  return fc
    .record({ of: fc.constantFrom('first' as const, 'latest' as const), after: end, by: end })
    .filter(({ after, by }) => after === null || by === null || compareInstants(after, by) < 0);
}

/** Every filter that can be chosen, with values from `pool` among hostile ones. */
export function filters(pool: Pool = noPool): fc.Arbitrary<Filter> {
  const anyOf = (name: ListFieldName) =>
    choices(name, fc.oneof(from(pool.ids, objectId), objectId, from(pool.texts, hostileText), hostileText));
  return fc.record({
    outcome: enumerated('outcome'),
    delivery: enumerated('delivery'),
    kind: enumerated('kind'),
    userType: enumerated('userType'),
    requestorReason: enumerated('requestorReason'),
    approverReason: enumerated('approverReason'),
    tenant: choices(
      'tenant',
      fc.oneof(from(pool.ids, objectId), hostileText).map((text) => text.toLowerCase()),
    ),
    check: enumerated('check'),
    strength: enumerated('strength'),
    client: enumerated('client'),
    package: anyOf('package'),
    policy: anyOf('policy'),
    requestor: anyOf('requestor'),
    target: anyOf('target'),
    approver: anyOf('approver'),
    q: choices('q', fc.oneof(from(pool.texts, hostileText), hostileText)),
    took: tookRanges,
    time: timeRanges(pool),
    decided: decidedRanges(pool),
    arrived: arrivalRanges(pool),
    notTook: fc
      .array(
        fc.record({ of: fc.constant('took' as const), from: fc.option(seconds), to: fc.option(seconds) }),
        {
          maxLength: 3,
        },
      )
      .map((ranges) => distinct(ranges.filter(({ from, to }) => isRange(from, to, (a, b) => a - b)))),
    notTime: fc
      .array(
        fc.record({
          of: fc.constantFrom('requested' as const, 'decided' as const),
          from: fc.option(fc.oneof(from(pool.instants, instant), instant)),
          to: fc.option(fc.oneof(from(pool.instants, instant), instant)),
        }),
        { maxLength: 3 },
      )
      .map((ranges) =>
        distinct(ranges.filter((range) => isRange(range.from, range.to, compareInstants))).sort((a, b) =>
          b.of < a.of ? -1 : b.of > a.of ? 1 : 0,
        ),
      ),
  });
}

/** Filters with choices in at most two fields, so that more requests match; none of arrivals, which no request tells of. */
export function narrowFilters(pool: Pool = noPool): fc.Arbitrary<Filter> {
  return fc
    .tuple(filters(pool), fc.subarray([...fieldNames], { maxLength: 2 }))
    .map(([filter, kept]) =>
      fieldNames.filter((name) => name === 'arrived' || !kept.includes(name)).reduce(without, filter),
    );
}

/** Every view that a URL can hold. */
export const views: fc.Arbitrary<View> = fc.record({
  filter: filters(),
  sort: fc.record({ by: fc.constantFrom(...sortFields), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 999_999_999 }),
  pageSize: fc.integer({ min: 1, max: 500 }),
  columns: fc.shuffledSubarray([...columnIds], { minLength: 1 }),
  open: fc.option(
    fc.record({
      tenant: fc.option(hostileText.map((text) => text.replaceAll('/', '-'))),
      requestId: hostileText,
    }),
  ),
  tz: fc.constantFrom(...timeZones),
  order: fc.option(fc.record({ by: fc.constantFrom(...listOrders), descending: fc.boolean() })),
  find: hostileText,
  role: fc.option(fc.constantFrom(...roles)),
  asof: fc.option(instant),
  digest: fc.option(
    fc.record({
      rows: fc.nat({ max: 9_999_999_999 }),
      hash: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((hash) => hash.toString(16).padStart(32, '0')),
    }),
  ),
  thresholds: fc.option(fc.integer({ min: 1, max: 999_999 })),
  rules: fc.constantFrom('on', 'off'),
});

function from(values: readonly string[], otherwise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return values.length === 0 ? otherwise : fc.constantFrom(...values);
}

function enumerated(name: ListFieldName): fc.Arbitrary<Choices> {
  return choices(name, fc.constantFrom(...Object.keys(listFields[name].words ?? {})));
}

function choices(name: ListFieldName, value: fc.Arbitrary<string>): fc.Arbitrary<Choices> {
  const values = fc.array(value, { maxLength: 3 }).map((texts) => listFields[name].tidy(texts));
  return fc.record({ is: values, isNot: values });
}

function timeRanges({ instants }: Pool): fc.Arbitrary<TimeRange> {
  const end = fc.option(fc.oneof(from(instants.map(canonical), instant), instant));
  const span = fc.oneof(
    fc.constant<Span>({ kind: 'all' }),
    fc.record({
      kind: fc.constant('rolling' as const),
      amount: fc.integer({ min: 1, max: 3660 }),
      unit: fc.constantFrom('h' as const, 'd' as const),
    }),
    fc.record({
      kind: fc.constant('quarter' as const),
      which: fc.constantFrom('this' as const, 'last' as const),
    }),
    fc
      .record({ kind: fc.constant('absolute' as const), from: end, to: end })
      .filter((ends) => ends.from !== null || ends.to !== null)
      .filter((ends) => ends.from === null || ends.to === null || compareInstants(ends.from, ends.to) < 0),
  );
  return fc.record({ of: fc.constantFrom('requested' as const, 'decided' as const), span });
}
