import { describe, expect, test } from 'vitest';
import { normalise } from '@/lib/audit/normalise';
import type { AuditRecord } from '@/lib/audit/record';
import { unwrap } from '@/lib/audit/unwrap';
import { asGraph, asQueryAnswer, asStorage, meaning, recordOf, records, rows, sampleText } from './wrappers';

const tenant = '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10';
const least = { OperationName: 'Request approved', TimeGenerated: '2026-08-03T09:10:00.0Z' };

describe('the first sample says the same in every wrapper', () => {
  const [table] = records();

  test.each(['a1.storage.json', 'a1.graph.json'])('%s', (name) => {
    expect(meaning(unwrapped(sampleText(name)))).toEqual(meaning(table as AuditRecord));
  });

  test('a1.query-api.json, but for the columns that it does not have', () => {
    const narrow = unwrapped(sampleText('a1.query-api.json'));
    const without = { id: null, category: null, operationType: null, loggedByService: null };
    expect(meaning(narrow)).toEqual({ ...meaning(table as AuditRecord), ...without });
  });
});

describe('all 27 samples say the same', () => {
  const expected = records().map(meaning);

  test('in the storage envelope', () => {
    expect(rows().map((row) => meaning(recordOf(asStorage(row))))).toEqual(expected);
  });

  test('as Graph resources', () => {
    expect(rows().map((row) => meaning(recordOf(asGraph(row))))).toEqual(expected);
  });

  test('as rows of a query answer', () => {
    expect(all(asQueryAnswer(rows())).map((value) => meaning(recordOf(value)))).toEqual(expected);
  });

  test('with keys in upper case, at every level', () => {
    expect(rows().map((row) => meaning(recordOf(upperCased(row))))).toEqual(expected);
  });

  test('with dynamic columns as JSON text, encoded once or twice', () => {
    for (const encode of [JSON.stringify, (value: unknown) => JSON.stringify(JSON.stringify(value))]) {
      const encoded = rows().map((row) => ({
        ...row,
        InitiatedBy: encode(row.InitiatedBy),
        TargetResources: encode(row.TargetResources),
        AdditionalDetails: encode(row.AdditionalDetails),
      }));
      expect(encoded.map((row) => meaning(recordOf(row)))).toEqual(expected);
    }
  });
});

describe('the tenant', () => {
  test.each([
    ['is AADTenantId in lower case', { ...least, AADTenantId: tenant.toUpperCase() }, tenant],
    [
      'is the envelope’s tenantId',
      { time: least.TimeGenerated, tenantId: tenant, properties: { activityDisplayName: 'x' } },
      tenant,
    ],
    [
      'is in ResourceId when no column names it',
      { ...least, ResourceId: `/tenants/${tenant.toUpperCase()}/providers/Microsoft.aadiam` },
      tenant,
    ],
    [
      'is not the workspace of a row with some column named properties',
      { ...least, TenantId: tenant, Properties: { other: 1 } },
      null,
    ],
    ['is never TenantId, which is the workspace', { ...least, TenantId: tenant }, null],
  ])('%s', (_, value, expected) => {
    expect(recordOf(value).tenant).toBe(expected);
  });
});

describe('times', () => {
  test('of storage are the envelope’s and the activity’s own', () => {
    const record = recordOf({
      time: '2026-08-03T08:00:05.0Z',
      properties: { activityDisplayName: 'x', activityDateTime: '2026-08-03T10:00:00.1234567+02:00' },
    });
    expect(record.timeGenerated).toBe('2026-08-03T08:00:05.0Z');
    expect(record.activityDateTime).toBe('2026-08-03T08:00:00.1234567Z');
  });

  test('of Graph are one for both', () => {
    const record = recordOf({ activityDisplayName: 'x', activityDateTime: '2026-08-03T08:00:00.1234567Z' });
    expect(record.timeGenerated).toBe(record.activityDateTime);
  });

  test('of a search job’s table are the record’s, not the job’s', () => {
    const original = '2025-01-01T00:00:00.0Z';
    const record = recordOf({ ...least, _OriginalTimeGenerated: original });
    expect(record.timeGenerated).toBe(original);
    expect(JSON.parse(record.further ?? '')).toEqual({ TimeGenerated: least.TimeGenerated });
    const alone = recordOf({ OperationName: 'x', _OriginalTimeGenerated: original });
    expect(alone).toMatchObject({ timeGenerated: original, further: null });
  });

  test('that cannot be read are kept as they came', () => {
    const record = recordOf({ ...least, ActivityDateTime: 'last week' });
    expect(record.activityDateTime).toBeNull();
    expect(JSON.parse(record.further ?? '')).toEqual({ ActivityDateTime: 'last week' });
  });
});

describe('a dynamic column', () => {
  test.each([
    ['null', null, null],
    ['{}', {}, null],
    ['blank text', '  ', null],
    ['an empty array', [], '[]'],
    ['an empty array as text', '[]', '[]'],
    ['one object where an array is due', { Key: 'a', Value: 'b' }, '[{"key":"a","value":"b"}]'],
    ['an array of objects as text', ['{"key":"a","value":"1"}'], '[{"key":"a","value":"1"}]'],
    ['an entry without a value', [{ key: 'a' }], '[{"key":"a","value":null}]'],
    ['an entry whose value is null', [{ key: 'a', value: null }], '[{"key":"a","value":null}]'],
    [
      'two entries of one key',
      [
        { key: 'a', value: '1' },
        { key: 'a', value: '' },
      ],
      '[{"key":"a","value":"1"},{"key":"a","value":""}]',
    ],
    ['a numeric-looking text', [{ key: 'a', value: '007' }], '[{"key":"a","value":"007"}]'],
  ])('of details: %s', (_, column, expected) => {
    expect(recordOf({ ...least, AdditionalDetails: column }).additionalDetails).toBe(expected);
  });

  test('that is absent is null, and nothing is cut off', () => {
    const { initiatedBy, targetResources, additionalDetails, targetsCut, detailsCut } = recordOf(least);
    expect([initiatedBy, targetResources, additionalDetails]).toEqual([null, null, null]);
    expect([targetsCut, detailsCut]).toEqual([false, false]);
  });

  test('that cannot be read is kept as it came, and what it said is unknown rather than absent', () => {
    const record = recordOf({
      ...least,
      AdditionalDetails: '[{"key":"Justif',
      TargetResources: '[{',
      InitiatedBy: 7,
    });
    expect(record).toMatchObject({ additionalDetails: null, targetResources: null, initiatedBy: null });
    expect(record).toMatchObject({ detailsCut: true, targetsCut: true });
    expect(JSON.parse(record.further ?? '')).toEqual({
      AdditionalDetails: '[{"key":"Justif',
      TargetResources: '[{',
      InitiatedBy: 7,
    });
  });

  test('keeps beside it the elements that are no objects', () => {
    const record = recordOf({ ...least, TargetResources: [{ id: 'a' }, 'loose', 3, null] });
    expect(record.targetResources).toBe('[{"id":"a"}]');
    expect(JSON.parse(record.further ?? '')).toEqual({ TargetResources: ['loose', 3] });
  });

  test('keeps fields that have no canonical name, and both spellings of one field', () => {
    const target = { Type: 'User', type: 'Other', ID: 'a', Id: 'b', custom: { deep: null } };
    const { targetResources } = recordOf({ ...least, TargetResources: [target] });
    expect(JSON.parse(targetResources ?? '')).toEqual([
      { type: 'Other', Type: 'User', id: 'a', Id: 'b', custom: { deep: null } },
    ]);
  });

  test('whose actor is null on both sides is null', () => {
    expect(recordOf({ ...least, InitiatedBy: { user: null, app: null } }).initiatedBy).toBeNull();
    expect(recordOf({ ...least, InitiatedBy: { user: { id: null, roles: [] } } }).initiatedBy).toBeNull();
  });
});

describe('old and new values of modified properties', () => {
  test.each([
    ['"\\"False\\""', '"False"'],
    ['"[true]"', '"[true]"'],
    ['"[\\"a\\"]"', '"[\\"a\\"]"'],
    ['"\\"unclosed"', '"\\"unclosed"'],
    ['"123"', '"123"'],
    ['"\\"123\\""', '"123"'],
    ['"plain"', '"plain"'],
    ['""', '""'],
    ['true', 'true'],
  ])('%s says %s', (came, expected) => {
    const property = `{"displayName":"p","newValue":${came}}`;
    for (const modifiedProperties of [`[${property}]`, JSON.stringify(`[${property}]`)]) {
      const target = `{"TargetResources":[{"modifiedProperties":${modifiedProperties}}]}`;
      const record = recordOf({ ...least, ...JSON.parse(target) });
      expect(record.targetResources).toBe(
        `[{"modifiedProperties":[{"displayName":"p","newValue":${expected}}]}]`,
      );
    }
  });
});

describe('further columns', () => {
  test('hold everything that has no column of its own, as it came', () => {
    const record = recordOf({
      ...least,
      DurationMs: '12',
      Level: 4,
      Custom_s: { a: [1] },
      Empty: '',
      Nothing: null,
    });
    expect(JSON.parse(record.further ?? '')).toEqual({
      DurationMs: '12',
      Level: 4,
      Custom_s: { a: [1] },
      Empty: '',
    });
  });

  test('hold the envelope’s word where the record’s own differs', () => {
    const record = recordOf({
      time: least.TimeGenerated,
      category: 'AuditLogs',
      correlationId: 'outer',
      level: 'a',
      properties: { activityDisplayName: 'x', correlationId: 'inner', level: 'b' },
    });
    expect(record.correlationId).toBe('inner');
    expect(JSON.parse(record.further ?? '')).toEqual({ correlationId: 'outer', level: 'b', "level'": 'a' });
  });

  test('hold a value that is no text where a text is due', () => {
    const record = recordOf({ ...least, Id: { a: 1 }, Identity: 42 });
    expect(record.id).toBeNull();
    expect(record.identity).toBe('42');
    expect(JSON.parse(record.further ?? '')).toEqual({ Id: { a: 1 } });
  });
});

test('a display name stands in for the identity that Graph does not give', () => {
  expect(recordOf({ ...least, InitiatedBy: { app: { displayName: 'Sync' } } }).identity).toBe('Sync');
  expect(recordOf({ ...least, Identity: 'A', InitiatedBy: { user: { displayName: 'B' } } }).identity).toBe(
    'A',
  );
});

test('empty text is a missing value', () => {
  expect(recordOf({ ...least, CorrelationId: '', Id: '', ResultReason: '' })).toMatchObject({
    correlationId: null,
    id: null,
    resultReason: null,
  });
});

test('an envelope’s properties may be JSON text', () => {
  const envelope = { time: least.TimeGenerated, properties: '{"activityDisplayName":"x","id":"1"}' };
  expect(recordOf(envelope)).toMatchObject({ operationName: 'x', id: '1' });
});

describe('a value that holds no record says why', () => {
  test.each([
    [null, 'is no object'],
    ['text', 'is no object'],
    [[], 'is no object'],
    [{}, 'has no operation name'],
    [{ OperationName: ' ', TimeGenerated: least.TimeGenerated }, 'has no operation name'],
    [{ OperationName: { a: 1 }, TimeGenerated: least.TimeGenerated }, 'has no operation name'],
    [{ OperationName: 'x' }, 'has no time that can be read'],
    [{ OperationName: 'x', TimeGenerated: 'soon' }, 'has no time that can be read'],
  ])('%j', (value, unusable) => {
    expect(normalise(value)).toEqual({ unusable });
  });
});

describe('hostile values', () => {
  test.each(['AdditionalDetails', 'TargetResources', 'InitiatedBy', 'Custom'])(
    'nested 100,000 deep in %s are refused',
    (column) => {
      const deep = JSON.parse(`${'[{"a":'.repeat(50_000)}0${'}]'.repeat(50_000)}`);
      expect(normalise({ ...least, [column]: [{ a: deep }] })).toEqual({ unusable: 'is nested too deeply' });
    },
  );

  test('named __proto__ are columns and fields like any other', () => {
    const text = `{"OperationName":"x","TimeGenerated":"${least.TimeGenerated}","__proto__":{"evil":1},"TargetResources":[{"id":"a","__proto__":{"type":"User"}}]}`;
    const record = recordOf(JSON.parse(text));
    expect(record.further).toBe('{"__proto__":{"evil":1}}');
    expect(record.targetResources).toBe('[{"id":"a","__proto__":{"type":"User"}}]');
    expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false);
  });

  test('with NUL or lone surrogates become visible and well-formed, in keys too', () => {
    const bad = 'a\0b\ud800c\udc00';
    const good = 'a\u2400b\ufffdc\ufffd';
    const record = recordOf({
      ...least,
      Id: bad,
      Identity: '😀',
      InitiatedBy: { user: { displayName: bad, [bad]: bad } },
    });
    expect(record.id).toBe(good);
    expect(record.identity).toBe('😀');
    expect(record.initiatedBy).toBe(`{"user":{"displayName":"${good}","${good}":"${good}"}}`);
  });

  test('with backslashes before a u stay what they are', () => {
    const path = 'C:\\u0000\\ud800\\users';
    const record = recordOf({ ...least, AdditionalDetails: [{ key: 'p', value: path }], Identity: path });
    expect(JSON.parse(record.additionalDetails ?? '')).toEqual([{ key: 'p', value: path }]);
    expect(record.identity).toBe(path);
  });

  test('with huge numbers do no harm', () => {
    const value = JSON.parse(
      `{"OperationName":"x","TimeGenerated":"${least.TimeGenerated}","DurationMs":1e400,"Id":12345678901234567890}`,
    );
    expect(recordOf(value).operationName).toBe('x');
  });
});

function unwrapped(text: string): AuditRecord {
  const [value] = all(JSON.parse(text));
  return recordOf(value);
}

function all(value: unknown): unknown[] {
  const values: unknown[] = [];
  unwrap(value, (one) => values.push(one));
  return values;
}

function upperCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(upperCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toUpperCase(), upperCased(inner)]),
  );
}
