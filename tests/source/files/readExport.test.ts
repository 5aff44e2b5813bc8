import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { listExports } from '@/lib/source/files/listExports';
import {
  asGraph,
  asPortalCsv,
  asQueryAnswer,
  asStorage,
  asTableCsv,
  meaning,
  records,
  rows,
  sampleText,
} from '../../audit/wrappers';
import { brief, readContent, readFiles, readPath, withFolder } from './reading';

const samples = rows();
const storage = samples.map(asStorage);
const graph = samples.map(asGraph);
const sampleRecords = records();
const expected = sampleRecords.map(meaning);

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value: unknown) => JSON.stringify(value, null, 2);
const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

const shapes: [name: string, text: string][] = [
  ['Log Analytics rows, one a line', sampleText('log-analytics.ndjson')],
  ['a JSON array of rows', JSON.stringify(samples)],
  ['the answer of the query API', JSON.stringify(asQueryAnswer(samples))],
  [
    'two tables in one answer',
    JSON.stringify({
      tables: [asQueryAnswer(samples.slice(0, 9)), asQueryAnswer(samples.slice(9))].flatMap(tablesOf),
    }),
  ],
  ['rows of the Azure command line', pretty(samples.map((row) => ({ ...row, TableName: 'PrimaryResult' })))],
  ['storage lines', lines(storage)],
  ['an event-hub object', JSON.stringify({ records: storage })],
  ['an array of event-hub objects', pretty(storage.map((record) => ({ records: [record] })))],
  [
    'event-hub objects, one a line',
    lines([{ records: storage.slice(0, 20) }, { records: storage.slice(20) }]),
  ],
  ['a page of Graph', pretty({ '@odata.context': 'c', '@odata.nextLink': 'n', value: graph })],
  ['a JSON array of Graph objects', pretty(graph)],
  ['objects side by side', samples.map((row) => JSON.stringify(row)).join('')],
  ['pretty objects one after another', samples.map(pretty).join('\n')],
  ['one object a line in an array', `[\n${samples.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`],
  ['the Log Analytics CSV', asTableCsv(samples)],
];

describe.each(shapes)('%s', (_, text) => {
  test.each([
    ['as it is', Buffer.from(text)],
    ['with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['with CRLF', Buffer.from(crlf(text))],
    ['compressed', gzipSync(text)],
    [
      'compressed in two parts, with a byte order mark',
      Buffer.concat([gzipSync('\ufeff'), gzipSync(text)].map((part) => new Uint8Array(part))),
    ],
    ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s says the same', async (_, content) => {
    const { records, problems, progress } = await readContent(content);
    expect(problems).toEqual([]);
    expect(records.map(meaning)).toEqual(expected);
    expect(progress.at(-1)).toBe(content.length);
  });
});

test('one object alone is an export', async () => {
  for (const name of ['a1.storage.json', 'a1.graph.json', 'a1.query-api.json']) {
    const { records, problems } = await readContent(sampleText(name));
    expect([records.length, problems]).toEqual([1, []]);
  }
});

test('the portal’s CSV says the same within its limits, and says where they were reached', async () => {
  const { records, problems } = await readContent(`\ufeff${asPortalCsv(samples)}`);
  expect(problems).toEqual([]);
  expect(records.map((record) => meaning(withinPortal(record)))).toEqual(
    sampleRecords.map((record) => meaning(withinPortal(record))),
  );
  expect(records.map(({ targetsCut }) => targetsCut)).toEqual(
    samples.map((row) => row.TargetResources.length > 2),
  );
});

test('the records of a file keep its order, and files may be in any', async () => {
  const text = lines([...samples].reverse());
  const { records } = await readContent(text);
  expect(records.map(meaning)).toEqual([...expected].reverse());
});

test('a line in another wrapper is read like the others', async () => {
  const [first, second, ...others] = samples;
  const mixed = [
    asStorage(first as never),
    { value: [asGraph(second as never)] },
    others.slice(0, 3),
    asQueryAnswer(others.slice(3)),
  ];
  const { records, problems } = await readContent(lines(mixed));
  expect(problems).toEqual([]);
  expect(records.map(meaning)).toEqual(expected);
});

test('a tree of files is read file after file', () =>
  withFolder(async (folder) => {
    mkdirSync(path.join(folder, 'tenantId=1/y=2026'), { recursive: true });
    writeFileSync(path.join(folder, 'tenantId=1/y=2026/PT1H.json'), lines(storage.slice(0, 5)));
    writeFileSync(path.join(folder, 'graph.json.gz'), gzipSync(pretty({ value: graph.slice(5) })));
    writeFileSync(path.join(folder, 'README.md'), '# Exports of August\n');
    const { records, problems } = await readPath(folder);
    expect(records.map(meaning)).toEqual([...expected.slice(5), ...expected.slice(0, 5)]);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['not-an-export', 'README.md']]);
  }));

describe('what cannot be read is listed with its line, and the rest loads', () => {
  const whole = (at: number) => JSON.stringify(storage[at]);
  test.each([
    ['a broken line', `${whole(0)}\n{"time": nonsense}\n${whole(1)}\n`, ['line-unreadable 2']],
    ['a broken first line', `{"operationName": \n${whole(0)}\n${whole(1)}\n`, ['line-unreadable 1']],
    [
      'a first line that lost its beginning',
      `tionName":"x"}\n${whole(0)}\n${whole(1)}\n`,
      ['line-unreadable 1'],
    ],
    [
      'a first line that lost its end',
      `${whole(0).slice(0, 700)}\n${whole(0)}\n${whole(1)}\n`,
      ['line-unreadable 1'],
    ],
    [
      'a first line that ends where a list begins',
      `${whole(2).slice(0, whole(2).indexOf('[') + 1)}\n${whole(0)}\n${whole(1)}\n`,
      ['line-unreadable 1'],
    ],
    [
      'a last line that is being written',
      `${whole(0)}\n${whole(1)}\n${whole(2).slice(0, 99)}`,
      ['file-cut-off 3'],
    ],
    [
      'a line without an operation',
      `${whole(0)}\n{"time":"2026-08-03T08:00:00Z"}\n${whole(1)}`,
      ['record-unusable 2'],
    ],
    ['a line without a time', `${whole(0)}\n\n{"operationName":"x"}\n${whole(1)}`, ['record-unusable 3']],
    [
      'a broken element of an array',
      `[\n${whole(0)},\n{"a": nonsense},\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'an element that lost its end',
      `[\n${whole(0)},\n${whole(2).slice(0, -1)},\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'an element that lost a quote',
      `[\n${whole(0)},\n${whole(2).replace('"c0', 'c0')},\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'an element that lost a closing quote',
      `[\n${whole(0)},\n${whole(2).replace('Z",', 'Z,')},\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'an element with a list within a list that is not closed',
      `[\n${whole(2).replace(/"targetResources":\[/, (text) => `${text}{${text}`)},\n${whole(0)},\n${whole(1)}\n]`,
      ['line-unreadable 2'],
    ],
    [
      'an element that lost its beginning up to a list',
      `[\n"a":[,"b":1},\n${whole(0)},\n${whole(1)}\n]`,
      ['record-unusable 2', 'line-unreadable 2', 'line-unreadable 2'],
    ],
    [
      'an element that is gone from between its commas',
      `[\n${whole(0)},\n ,\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'an element of which zero bytes are left',
      `[\n${whole(0)},\n${'\0'.repeat(9)},\n${whole(1)}\n]`,
      ['line-unreadable 3'],
    ],
    [
      'a wrapper broken behind its list',
      `{"records":[\n${whole(0)}\n],\n"a":{,\n${whole(1)}`,
      ['line-unreadable 1'],
    ],
    [
      'a pretty element that lost a quote',
      `[\n${pretty(storage[0])},\n${pretty(storage[2]).replace('AuditLogs"', 'AuditLogs')},\n${pretty(storage[1])}\n]`,
      [`line-unreadable ${pretty(storage[0]).split('\n').length + 2}`],
    ],
    ['an array that is cut off', `[${whole(0)},\n${whole(1)},\n${whole(2).slice(0, 99)}`, ['file-cut-off 3']],
    [
      'a single-line array that is cut off',
      `{"records":[${whole(0)},${whole(1)},${whole(2).slice(0, 700)}`,
      ['file-cut-off 1'],
    ],
    [
      'a single-line array with a broken element',
      `{"records":[${whole(0)},${whole(2).slice(0, -2)},${whole(1)}]}`,
      ['line-unreadable 1'],
    ],
    ['an array that is not closed', `{"records":[${whole(0)},\n${whole(1)}\n`, ['file-cut-off 3']],
    [
      'a page that is cut off after its records',
      `{"value":[${whole(0)},${whole(1)}],\n"@odata.next`,
      ['file-cut-off 2'],
    ],
  ])('%s', async (_, text, expectedProblems) => {
    const { records, problems } = await readContent(text);
    expect(brief(problems)).toEqual(expectedProblems);
    expect(records.map(meaning)).toEqual(expected.slice(0, 2));
  });

  test('in a compressed file the line is that of the text', async () => {
    const { problems } = await readContent(gzipSync(`${whole(0)}\nbroken\n${whole(1)}\n`));
    expect(problems).toEqual([
      {
        code: 'line-unreadable',
        file: 'export',
        line: 2,
        message:
          'Line 2 of "export" could not be read and was left out. Export its time span again, or correct the line.',
      },
    ]);
  });

  test('a row of a query answer that does not fit its columns', async () => {
    const answer =
      '{"tables":[{"columns":[{"name":"TimeGenerated"},{"name":"OperationName"}],"rows":[\n["2026-08-03T08:00:00Z","x"],\n["2026-08-03T08:00:00Z"]\n]}]}';
    const { records, problems } = await readContent(answer);
    expect(records).toHaveLength(1);
    expect(brief(problems)).toEqual(['record-unusable 3']);
  });
});

describe('a query answer', () => {
  const table =
    '{"name":"PrimaryResult","columns":[{"name":"TimeGenerated"},{"name":"OperationName"}],"rows":[["2026-08-03T08:00:00Z","x"]]}';

  test.each([
    ['after its tables', `{"tables":[${table}],"error":{"code":"PartialError"}}`],
    ['before its tables', `{"error":{"code":"PartialError"},\n"tables":[${table}]}`],
  ])('that says %s that it is partial is not taken for whole', async (_, text) => {
    const { records, problems } = await readContent(text);
    expect(records).toHaveLength(1);
    expect(brief(problems)).toEqual(['file-cut-off']);
  });

  test('may have its rows before its columns', async () => {
    const { records, problems } = await readContent(
      '{"tables":[{"rows":[["2026-08-03T08:00:00Z","x"]],\n"columns":[{"name":"TimeGenerated"},"OperationName"]}]}',
    );
    expect([records.length, problems]).toEqual([1, []]);
  });

  test('may have a column named like a wrapper', async () => {
    const { records, problems } = await readContent(
      '{"tables":[{"columns":["TimeGenerated","OperationName","value"],\n"rows":[["2026-08-03T08:00:00Z","x",[1,2]]]}]}',
    );
    expect([records.length, problems]).toEqual([1, []]);
  });
});

describe('a record is one whatever its columns are called', () => {
  const [record] = samples.slice(0, 1);
  const { TimeGenerated, OperationName, ...others } = record ?? {};
  const more = [{ a: 1 }, 2];
  test.each(['records', 'value', 'Tables'])('%s, on a line of its own', async (name) => {
    const { records, problems } = await readContent(lines([{ [name]: more, ...record }, record]));
    expect(problems).toEqual([]);
    expect(records.map(meaning)).toEqual([expected[0], expected[0]]);
    expect(JSON.parse(records[0]?.further ?? '')).toMatchObject({ [name]: more });
  });
  test.each([
    ['records', pretty([{ ...record, records: more }])],
    ['value', pretty([{ TimeGenerated, OperationName, value: more, ...others }])],
    ['rows', pretty([{ ...record, columns: ['a'], rows: more }])],
  ])('%s, behind what says that it is one', async (name, text) => {
    const { records, problems } = await readContent(text);
    expect(problems).toEqual([]);
    expect(records.map(meaning)).toEqual([expected[0]]);
    expect(JSON.parse(records[0]?.further ?? '')).toMatchObject({ [name]: more });
  });
  test.each(['records', 'value', 'tables'])(
    '%s, before what says that it is one: the list is read by itself and what it holds is named',
    async (name) => {
      const { records, problems } = await readContent(pretty([{ Before: 'x', [name]: more, ...record }]));
      expect(brief(problems)).toEqual(['record-unusable 5', 'record-unusable 8']);
      expect(records.map(meaning)).toEqual([expected[0]]);
      expect(JSON.parse(records[0]?.further ?? '')).toMatchObject({ Before: 'x' });
    },
  );
  test('and an object with a list of records stays a wrapper, though it has a name or a time', async () => {
    const text = pretty({ time: '2026-08-03T08:00:00Z', name: 'x', records: storage });
    const { records, problems } = await readContent(text);
    expect(problems).toEqual([]);
    expect(records.map(meaning)).toEqual(expected);
  });
});

describe('a column that comes more than once is named, and no cell of it is lost', () => {
  const time = '2026-08-03T08:00:00Z';
  const header = ['TimeGenerated', 'OperationName', 'Result', 'Result', 'Other', 'Other', 'Result'];
  const row = [time, 'x', 'success', 'failure', 'a', 'b', 'c'];
  const answer = { tables: [{ columns: header.map((name) => ({ name })), rows: [row, row] }] };
  const rowsFirst = { tables: [{ rows: [row, row], columns: header }] };
  const two = [answer, rowsFirst].flatMap(tablesOf).map((table) => Object.assign({}, table, { rows: [row] }));
  const further = { 'Result (2)': 'failure', Other: 'a', 'Other (2)': 'b', 'Result (3)': 'c' };

  test.each([
    ['a CSV', `${header}\n${row}\n${row}\n`],
    ['the answer of the query API', JSON.stringify(answer)],
    ['an answer with its rows first', JSON.stringify(rowsFirst)],
    ['an answer on one line of several', lines([{ value: [] }, answer])],
    ['two tables', pretty({ tables: two })],
  ])('in %s', async (_, text) => {
    const { records, problems } = await readContent(text);
    expect(problems).toMatchObject([{ code: 'column-repeated', line: null }]);
    expect(problems[0]?.message).toContain('more than once: "Result", "Other". Of each the first');
    expect(records.map(({ result }) => result)).toEqual(['success', 'success']);
    expect(records.map((record) => JSON.parse(record.further ?? ''))).toEqual([further, further]);
  });

  test('in the portal’s CSV, in whatever words', async () => {
    const titles = ['Date (UTC)', 'Activity', 'Result', 'RESULT', 'Date', 'Odd', 'Odd', 'initiatedBy'];
    const cells = [time, 'x', 'success', 'failure', '2020-01-01T00:00:00Z', 'a', 'b', 'c'];
    const { records, problems } = await readContent(`${titles}\n${cells}\n`);
    expect(brief(problems)).toEqual(['column-repeated']);
    expect(problems[0]?.message).toContain('"RESULT", "Date", "Odd" and 1 more');
    expect(records).toMatchObject([{ result: 'success', timeGenerated: time, initiatedBy: null }]);
    expect(JSON.parse(records[0]?.further ?? '')).toEqual({
      'RESULT (2)': 'failure',
      'Date (2)': '2020-01-01T00:00:00Z',
      Odd: 'a',
      'Odd (2)': 'b',
      'initiatedBy (2)': 'c',
    });
  });
});

describe('an export without records is empty, which is no problem', () => {
  test.each([
    ['[]'],
    ['[\n]\n'],
    ['{"value":[]}'],
    ['{"records": []}'],
    [JSON.stringify(asQueryAnswer([]))],
    [asPortalCsv([])],
  ])('%j', async (text) => {
    const { records, problems, progress } = await readContent(text);
    expect([records, problems]).toEqual([[], []]);
    expect(progress).toEqual([Buffer.byteLength(text)]);
  });
});

describe('a file of another kind is one problem, not one a line', () => {
  test.each([
    ['nothing', '', 'it is empty'],
    ['white space', ' \r\n\t\n', 'it is empty'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'it is neither',
    ],
    ['prose', '# Notes\n\n- {"a": 1}\n- more\n', 'it is neither'],
    ['another table', 'name,age\nAlex,3\nBea,4\n', 'it is neither'],
    ['a table in local time', 'TimeGenerated [Local Time],OperationName\n1,2\n', 'its times are not in UTC'],
    ['a zip archive', Buffer.from('PK\u0003\u0004\0\0'), 'it is a zip archive'],
    ['other JSON', '{"name": "app", "private": true}', 'nothing in it'],
    ['other JSON lines', '{"a":1}\n{"a":2}\n{"a":3}\n', 'nothing in it'],
    ['other pretty JSON', pretty([{ a: [1, { b: 2 }] }, 3, 'four']), 'nothing in it'],
    ['settings', '[section]\nkey = value\nother = "x"\n', 'nothing in it'],
    ['very many other lines', '{"a":1}\n'.repeat(200_000), 'nothing in it'],
    ['compressed prose', gzipSync('# Notes\n'), 'it is neither'],
  ])('%s', async (_, content, why) => {
    const { records, problems } = await readContent(content);
    expect(records).toEqual([]);
    expect(brief(problems)).toEqual(['not-an-export']);
    expect(problems[0]?.message).toContain(`"export" is no export of the audit log: ${why}`);
  });

  test('but a file with a single half record is cut off', async () => {
    const { problems } = await readContent('{"time": "2026-08-03T08:00:00Z", "resour');
    expect(brief(problems)).toEqual(['file-cut-off 1']);
  });
});

describe('a file that cannot be read to its end keeps what was read', () => {
  const text = lines(storage);

  test.each([
    ['cut off', (packed: Buffer) => packed.subarray(0, packed.length - 30)],
    [
      'damaged',
      (packed: Buffer) =>
        Buffer.concat(
          [packed.subarray(0, packed.length - 300), packed.subarray(0, 300)].map(
            (part) => new Uint8Array(part),
          ),
        ),
    ],
  ])('compressed and %s', async (_, spoil) => {
    const { records, problems } = await readContent(spoil(gzipSync(text, { level: 1 })));
    expect(brief(problems).at(-1)).toBe('file-cut-off');
    expect(records.length).toBeGreaterThan(0);
    expect(records.map(meaning)).toEqual(expected.slice(0, records.length));
  });

  const joined = (...parts: Buffer[]) => Buffer.concat(parts.map((part) => new Uint8Array(part)));

  test.each([
    ['what is no gzip', Buffer.from('nonsense')],
    ['a part that is damaged', gzipSync(text).fill(0xff, 10, 40)],
    ['a part that is cut off', gzipSync('').subarray(0, 12)],
  ])('compressed, whole, and followed by %s', async (_, more) => {
    const { records, problems } = await readContent(joined(gzipSync(text), more));
    expect(brief(problems)).toEqual(['file-cut-off']);
    expect(records.map(meaning)).toEqual(expected);
  });

  test('compressed and damaged at its end gives all before, however large it is', async () => {
    const packed = gzipSync(lines(samples).repeat(300), { level: 0 });
    packed[packed.length - 5] = 0xff ^ (packed[packed.length - 5] ?? 0);
    const { records, problems } = await readContent(packed);
    expect(brief(problems)).toEqual(['file-cut-off']);
    expect(records).toHaveLength(27 * 300);
  });

  test('gone since it was listed', () =>
    withFolder(async (folder) => {
      writeFileSync(path.join(folder, 'export'), text);
      const { files } = await listExports(folder);
      rmSync(path.join(folder, 'export'));
      const { records, problems } = await readFiles(files);
      expect(records).toEqual([]);
      expect(problems).toMatchObject([{ code: 'path-unreadable', file: 'export', line: null }]);
    }));
});

test('records come in batches, with the bytes read so far', async () => {
  const text = lines(storage).repeat(400);
  const { records, progress } = await readContent(text);
  expect(records).toHaveLength(27 * 400);
  expect(progress.length).toBeGreaterThan(3);
  expect([...progress].sort((one, other) => one - other)).toEqual(progress);
  expect(progress.at(-1)).toBe(Buffer.byteLength(text));
});

test('very many broken lines are all told, as they come', async () => {
  const text = `${lines(storage.slice(0, 1))}${'{"broken\n'.repeat(100_000)}`;
  const { records, problems } = await readContent(text);
  expect(records).toHaveLength(1);
  expect(problems).toHaveLength(100_000);
  expect(problems.at(-1)?.line).toBe(100_001);
});

/** What of a record the portal's CSV can say. */
function withinPortal(record: AuditRecord): AuditRecord {
  const targets: unknown[] = JSON.parse(record.targetResources ?? '[]');
  return {
    ...record,
    id: null,
    operationType: null,
    targetResources: JSON.stringify(targets.slice(0, 3)),
    targetsCut: false,
  };
}

function tablesOf(answer: unknown): unknown[] {
  return typeof answer === 'object' && answer !== null && 'tables' in answer && Array.isArray(answer.tables)
    ? answer.tables
    : [];
}

describe('what follows compressed data', () => {
  const packed = gzipSync(lines(storage));
  const followed = (more: Buffer) => Buffer.concat([packed, more].map((part) => new Uint8Array(part)));
  const zeros = (bytes: number) => Buffer.alloc(bytes);
  test.each([
    ['is nothing', zeros(0), []],
    ['is filled with zero bytes', zeros(512), []],
    ['is filled with more zero bytes than are read at once', zeros(600_000), []],
    [
      'is filled with zero bytes, and then there is more',
      Buffer.from(`${'\0'.repeat(512)}more`),
      ['file-cut-off'],
    ],
  ])('%s', async (_, more, problems) => {
    const read = await readContent(followed(more));
    expect(read.problems.map(({ code }) => code)).toEqual(problems);
    if (problems.length === 0) expect(read.records.map(meaning)).toEqual(expected);
  });
});
