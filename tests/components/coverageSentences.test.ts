import { expect, test } from 'vitest';
import { fileSentences, gapSentences, recordSentences, spanSentences } from '@/components/coverage/sentences';
import type { CoverageReport, RecordCounts } from '@/lib/coverage';

const records: RecordCounts = {
  read: 30,
  duplicates: 1,
  ours: 27,
  context: 0,
  elsewhere: 2,
  waiting: 0,
  withoutId: 0,
  approvalsElsewhere: 0,
  unlinked: 0,
};

const report: CoverageReport = {
  state: 'complete',
  from: '2026-08-01T09:00:00.0Z',
  to: '2026-08-21T09:00:02.0Z',
  requests: 7,
  problems: 0,
  progress: 1,
  signIn: false,
  entra: 'https://entra.microsoft.com',
  source: { kind: 'files', path: '/exports', bundled: false },
  files: { found: 7, read: 6, bytes: 45_500 },
  records,
  requestsWithoutRequestRecord: 0,
  requestsWithWarnings: 0,
  tenants: ['t'],
  unlinkedOperations: [],
  listed: [],
  failure: null,
  rebuilt: null,
};

const time = (instant: string) => `${instant.slice(0, 10)} UTC`;

test('the span is told with its ends and its length', () => {
  expect(spanSentences(report, time)).toEqual([
    'The entitlement-management records run from 2026-08-01 UTC to 2026-08-21 UTC, which is 20 d.',
    'They fold into 7 requests.',
    'The input was read to its end.',
  ]);
});

test.each<[NonNullable<CoverageReport['rebuilt']>['why'], string]>([
  ['unreadable', 'the file that kept them could not be read and was set aside'],
  ['another-version', 'this version of the product keeps them in another way'],
])('a store that was begun anew is told with its time and why: %s', (why, words) =>
  expect(spanSentences({ ...report, rebuilt: { at: '2026-08-22T10:00:00.000Z', why } }, time).at(-1)).toBe(
    `All audit records are read again from the source since 2026-08-22 UTC: ${words}. What the source no longer held by then is not in the data.`,
  ),
);

test.each<[Partial<CoverageReport>, string]>([
  [
    { state: 'loading', progress: 0.439 },
    'The input is still being read, 43% so far; every number is a lower bound.',
  ],
  [
    { state: 'failed', failure: 'The disk is full.' },
    'Reading stopped before the end; every number is a lower bound. The disk is full.',
  ],
  [
    { state: 'empty', from: null, to: null },
    'The input was read to its end, and no record in it could be used.',
  ],
])('partial, failed and empty are three sentences: %o', (changes, expected) => {
  expect(spanSentences({ ...report, ...changes }, time).at(-1)).toBe(expected);
});

const files = { found: 7, read: 6, bytes: 45_500 };

test('files that were found and not read show as a difference', () => {
  expect(fileSentences({ kind: 'files', path: '/exports', bundled: false }, files)).toEqual([
    'The records come from /exports.',
    '7 files found, 6 read, 45.5 kB.',
  ]);
});

test('bundled data are called made up', () => {
  expect(fileSentences({ kind: 'files', path: '/exports', bundled: true }, files)[0]).toBe(
    'The records are made up: this is the bundled sample data.',
  );
});

test('a reader who may see a part is not told where the files lie', () => {
  expect(fileSentences({ kind: 'files', path: null, bundled: false }, files)[0]).toBe(
    'The records come from exported files.',
  );
});

test('what was not kept is told even when it is nothing', () => {
  const sentences = recordSentences({ ...records, duplicates: 0, elsewhere: 0 });
  expect(sentences).toContain('No record came twice.');
  expect(sentences).toContain('0 records of other services counted and not kept.');
});

test('a gap of one is told in the singular', () => {
  expect(gapSentences({ ...report, requestsWithoutRequestRecord: 1 })[0]).toBe(
    '1 request without the request record: who asked, and why, is not in the data.',
  );
});

test('a reader who may see a part is told nothing of records that are of no request', () => {
  expect(gapSentences({ ...report, records: null })).toHaveLength(2);
});
