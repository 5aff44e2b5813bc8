import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type FileKind, fileFormat, fileName } from '@/lib/export/file';
import { defaultColumns } from '@/lib/filter/columns';
import { request } from './request';

function written(
  kind: Omit<FileKind, 'columns'> & Partial<FileKind>,
  ...rows: Parameters<typeof request>[0][]
) {
  const format = fileFormat({ columns: defaultColumns, ...kind });
  return format.head + format.rows(rows.map((row) => request(row)));
}

describe('CSV', () => {
  test('of the full record has every field under its own name, absent ones as empty cells', () => {
    const text = written({ format: 'csv', content: 'record' }, {});
    const [row = {}] = parse<Record<string, string>>(text, { columns: true, bom: true });
    const names = Object.keys(row);
    for (const field of Object.keys(request()))
      expect(
        names.some((name) => name === field || name.startsWith(`${field}.`)),
        field,
      ).toBe(true);
    expect(row).toMatchObject({
      'requestorJustification.state': 'given',
      'requestorJustification.text': 'month end',
      'lastDecision.approver': 'alex.rivera@contoso.example',
      'lastDecision.justification.text': 'month end',
      timeToApproveSeconds: '27719.876',
      requestedAt: '2026-08-03T08:00:00.1234567Z',
      policyId: '',
      checks: '',
    });
    expect(JSON.parse(row.decisions ?? '')).toEqual(request().decisions);
  });
  test('quotes every cell, and starts with the mark by which Excel knows UTF-8', () => {
    const text = written({ format: 'csv', content: 'view', columns: ['took'] }, {});
    expect(text).toBe(
      '\uFEFF"Requested (UTC)","First record (UTC)","Took (seconds)","Request id","Tenant"\r\n' +
        '"2026-08-03T08:00:00.1234567Z","2026-08-03T08:00:00.1234567Z","27719.876",' +
        '"d1e5e000-0000-4000-9000-000000000001","11111111-0000-4000-8000-000000000000"\r\n',
    );
  });
  test('of nothing is its head alone', () => {
    expect(parse(written({ format: 'csv', content: 'record' }), { bom: true })).toHaveLength(1);
  });
});

describe('the columns of a view', () => {
  const names = (...columns: FileKind['columns']) =>
    fileFormat({ format: 'ndjson', content: 'view', columns }).columns;
  test('come in its order, each time with its zone, each once', () => {
    expect(names('decided', 'requested', 'delivery', 'outcome')).toEqual([
      'Decided (UTC)',
      'Requested (UTC)',
      'First record (UTC)',
      'Delivery',
      'Outcome',
      'Request id',
      'Tenant',
    ]);
  });
  test('say a missing value as null, never as words that someone could have written', () => {
    const more = {
      requestedAt: null,
      requestorJustification: { state: 'absent', text: null } as const,
      decisions: [],
      timeToApproveSeconds: null,
      delivery: null,
    };
    const line = written({ format: 'ndjson', content: 'view' }, { more });
    expect(JSON.parse(line)).toMatchObject({
      'Requested (UTC)': null,
      'First record (UTC)': '2026-08-03T08:00:00.1234567Z',
      'Reason given': null,
      'State of the reason': 'not recorded',
      'Stages decided': 0,
      Decision: null,
      'Decided by': null,
      'State of the approver’s reason': null,
      'Took (seconds)': null,
      Delivery: null,
    });
  });
});

describe('NDJSON of the full record', () => {
  test('is the wire shape, its numbers as numbers and what is absent null', () => {
    const format = fileFormat({ format: 'ndjson', content: 'record', columns: [] });
    const [first, second, rest] = format.rows([request(), request({ reason: '=1' })]).split('\n');
    expect(JSON.parse(first ?? '')).toEqual(request());
    expect(JSON.parse(second ?? '')).toEqual(request({ reason: '=1' }));
    expect(rest).toBe('');
    expect(format.columns).toEqual(Object.keys(JSON.parse(first ?? '')));
  });
});

test('a file is named for its minute and zone', () => {
  expect(fileName('csv', '2026-11-23T14:02:59.123Z')).toBe(
    'access-package-requests_2026-11-23T1402Z_UTC.csv',
  );
});
