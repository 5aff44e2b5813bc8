import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '@/lib/audit/operations';
import {
  countsByDayQuery,
  huntingQueryOver,
  recordsQuery,
  repeatedIdsOver,
  surveyQuery,
} from '@/lib/source/kql/queries';
import { complaints } from './kusto';

const from = '2026-08-01T00:00:00Z';
const to = '2026-08-04T12:00:00.1234567Z';
const open = { generatedFrom: null, generatedTo: null, ingestedFrom: null, ingestedTo: null };

const queries = {
  'records by TimeGenerated': recordsQuery({ ...open, generatedFrom: from, generatedTo: to }),
  'records by ingestion_time': recordsQuery({ ...open, ingestedFrom: from, ingestedTo: to }),
  'records by ingestion_time, pruned': recordsQuery({
    ...open,
    ingestedFrom: from,
    ingestedTo: to,
    generatedFrom: from,
  }),
  survey: surveyQuery({ from, to }),
  'counts by day': countsByDayQuery({ from, to, ingestedTo: to }),
  'the published hunting query': huntingQueryOver({ from, to }),
  'records repeated under one Id': repeatedIdsOver({ from, to }),
  'the published hunting query, unbounded': huntingQueryOver({ from: null, to: null }),
};

describe('every KQL text the product can send', () => {
  it.each(Object.entries(queries))("passes Microsoft's parser: %s", (_, { text }) => {
    expect(complaints(text)).toEqual([]);
  });

  it("is checked by a parser that knows the table's columns", () => {
    expect(complaints('AuditLogs | where Nonsense == 1')).toHaveLength(1);
    expect(complaints('AuditLogs | where')).not.toEqual([]);
  });
});

it('the published query is sent as it was published', () => {
  expect(huntingQueryOver({ from, to }).text).toBe(
    readFileSync('lib/source/kql/approved-access-packages.kql', 'utf8'),
  );
});

it("a text about records names every operation that the store calls ours, each under its service's name", () => {
  const { text } = queries['records by TimeGenerated'];
  for (const { name, service } of operations)
    expect(text).toMatch(new RegExp(`^let ${service}Names = .*"${name.replace(/[()]/g, '\\$&')}"`, 'm'));
});

describe('the timespan', () => {
  const iso = ({ startTime, endTime }: { startTime: Date; endTime: Date }) => [
    startTime.toISOString(),
    endTime.toISOString(),
  ];
  it.each([
    [
      'of the hunting query is its bounds, to the millisecond that holds them',
      queries['the published hunting query'],
      ['2026-08-01T00:00:00.000Z', '2026-08-04T12:00:00.124Z'],
    ],
    [
      'of records reaches back to the requests that others refer to',
      queries['records by TimeGenerated'],
      ['2026-07-02T00:00:00.000Z', '2026-08-04T12:00:00.124Z'],
    ],
    [
      'of records by ingestion is open',
      queries['records by ingestion_time'],
      ['1900-01-01T00:00:00.000Z', '2200-01-01T00:00:00.000Z'],
    ],
    [
      'of a survey holds its last 30 days',
      queries.survey,
      ['2026-07-05T12:00:00.123Z', '2026-08-04T12:00:00.124Z'],
    ],
  ])('%s', (_, { timespan }, expected) => {
    expect(iso(timespan)).toEqual(expected);
  });
});
