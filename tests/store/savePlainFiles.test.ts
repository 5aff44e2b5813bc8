import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generateSample } from '@/lib/source/sample/generate';
import { storeCoverage } from '@/lib/store/coverage';
import { deriveTouched } from '@/lib/store/derive';
import { huntingQuery } from '@/lib/store/huntingQuery';
import { openStore, type Store } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { savePlainFiles } from '@/lib/store/savePlainFiles';
import { storageLine } from '../inbound/storageLine';
import { readContent, withFolder } from '../source/files/reading';
import { asks, bea, decides, fulfilment, governance, ours, record, requestId } from './build';
import { allRequests, withStore } from './folding';

type Answers = Awaited<ReturnType<typeof answersOf>>;

/** What the store says; of the records themselves only which they are, since each reader spells them its way. */
async function answersOf(store: Store) {
  const requests = await allRequests(store);
  const details = await Promise.all(
    requests.map(({ requestId, tenant }) => requestDetail(store, [], requestId, tenant)),
  );
  return {
    details: details.map((detail) => ({
      ...detail,
      records: detail.records.map(({ key }) => key),
      evidence: detail.evidence.map(({ key }) => key),
    })),
    hunting: await huntingQuery(store, [], { from: null, to: null }, null),
    coverage: await storeCoverage(store),
  };
}

/** Runs with a store that read this content in one go; `isRead` says whether it could. */
async function inOneGo<T>(content: string, use: (store: Store, isRead: boolean) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'PT1H.json');
    writeFileSync(file, content);
    const store = await openStore(null, folder);
    try {
      const isRead = await savePlainFiles(store, [
        { path: file, name: 'PT1H.json', bytes: 0, modifiedMs: 0 },
      ]);
      await store.write((writer) => deriveTouched(writer, null));
      return await use(store, isRead);
    } finally {
      await store.close();
    }
  });
}

type Properties = Record<string, unknown>;
type Case = [rule: string, lines: (number: number) => string];
const object = z.record(z.string(), z.unknown());

/** A request and its decision, in the usual spelling. */
const usual = (number: number) =>
  [
    asks('08:00', { request: number, reason: 'Month-end close' }),
    decides('approved', '09:00:00.1200', bea, 'ok', {
      request: number,
      but: { correlationId: `own ${number}` },
    }),
  ]
    .map(storageLine)
    .join('');

/** The usual lines, the envelope of each or its `properties` changed. */
function changed(change: (line: Properties, properties: Properties) => object) {
  return (number: number) =>
    usual(number)
      .trim()
      .split('\n')
      .map((text) => {
        const line = object.parse(JSON.parse(text));
        return `${JSON.stringify({ ...line, ...change(line, object.parse(line.properties)) })}\n`;
      })
      .join('');
}
const propertiesWith = (change: (properties: Properties) => object) =>
  changed((_line, properties) => ({ properties: { ...properties, ...change(properties) } }));
const spelled = (from: string | RegExp, to: string) => (number: number) => usual(number).replaceAll(from, to);
const missing = undefined;

describe('lines read in one go say what lines read one by one say', () => {
  const cases: Case[] = [
    ['in their usual spelling', usual],
    ['twice', (number) => usual(number) + usual(number)],
    ['by an application', (number) => storageLine(asks('08:00', { request: number, by: governance }))],
    ['by nobody', (number) => storageLine(asks('08:00', { request: number, by: null }))],
    [
      'with null for the other kind of actor',
      propertiesWith(({ initiatedBy }) => ({ initiatedBy: { ...object.parse(initiatedBy), app: null } })),
    ],
    ['without an Id', propertiesWith(() => ({ id: missing }))],
    ['with an empty Id', propertiesWith(() => ({ id: '' }))],
    ['without a category', propertiesWith(() => ({ category: missing }))],
    ['without targets', propertiesWith(() => ({ targetResources: [] }))],
    [
      'with null for targets and details',
      propertiesWith(() => ({ targetResources: null, additionalDetails: null })),
    ],
    ['with further properties', propertiesWith(() => ({ tags: ['one'] }))],
    [
      'with other names in a target',
      (number) =>
        propertiesWith(() => ({ targetResources: [{ Type: 'Other', ID: requestId(number), more: 1 }] }))(
          number,
        ),
    ],
    [
      'with changes in a target',
      propertiesWith(() => ({
        targetResources: [
          {
            type: 'User',
            id: 'u',
            modifiedProperties: [{ displayName: 'a', oldValue: '"x"', newValue: null }],
          },
        ],
      })),
    ],
    [
      'with details as JSON text',
      propertiesWith(({ additionalDetails }) => ({ additionalDetails: JSON.stringify(additionalDetails) })),
    ],
    [
      'with other values than texts in the details',
      propertiesWith(() => ({
        additionalDetails: [5, null, { a: 1 }, true].map((value) => ({ key: 'Justification', value })),
      })),
    ],
    [
      'with properties as JSON text',
      changed((_line, properties) => ({ properties: JSON.stringify(properties) })),
    ],
    ['with names in other cases', spelled('"operationName"', '"OperationName"')],
    [
      'with times in another zone',
      propertiesWith(() => ({ activityDateTime: '2026-08-03T10:00:00.5+02:00' })),
    ],
    [
      'with times of nine digits',
      propertiesWith(() => ({ activityDateTime: '2026-08-03T10:00:00.123456789Z' })),
    ],
    [
      'with a time that no calendar has',
      propertiesWith(() => ({ activityDateTime: '2026-02-30T10:00:00Z' })),
    ],
    ['without an activity time', propertiesWith(() => ({ activityDateTime: missing }))],
    ['with another CorrelationId in the envelope', changed(() => ({ correlationId: 'another' }))],
    [
      'with no CorrelationId',
      changed((_line, properties) => ({
        correlationId: null,
        properties: { ...properties, correlationId: null },
      })),
    ],
    ['with the CorrelationId in the envelope alone', propertiesWith(() => ({ correlationId: missing }))],
    ['with the tenant in the resource id alone', changed(() => ({ tenantId: missing }))],
    ['with tenants in upper case', changed((line) => ({ tenantId: String(line.tenantId).toUpperCase() }))],
    ['with ids in upper case', spelled(/d1e5e000|a1e0c0de/g, 'D1E5E000')],
    ['with an escaped NUL', spelled('"ok"', '"a\\u0000b"')],
    ['with escaped text', spelled('"ok"', '"\\u0041\\n\\"\\ud83d\\ude00"')],
    [
      'of other services',
      (number) =>
        [
          record('Add user', '08:00', bea, { request: number, but: { category: 'UserManagement' } }),
          record('Add member to group', '08:01', fulfilment, {
            request: number,
            but: { category: 'GroupManagement' },
          }),
          record('Update user', '08:02', bea, {
            request: number,
            but: { category: 'User', correlationId: null },
          }),
          record('Update user', '08:03', bea, { request: number, but: { category: 'User' } }),
          asks('08:00', { request: number }),
        ]
          .map(storageLine)
          .join(''),
    ],
    [
      'of an operation nobody knows',
      (number) => storageLine(ours('Reticulate', '08:00', bea, { request: number })),
    ],
  ];
  let inOne: Answers;
  let oneByOne: Answers;
  const organisation = [...generateSample({ requests: 60, until: '2026-08-20T00:00:00Z', days: 30 })].join(
    '\n',
  );
  const content = `${cases.map(([, lines], place) => lines(place + 1)).join('')}${organisation}\n`;
  beforeAll(async () => {
    const { records, problems } = await readContent(content);
    expect(problems).toEqual([]);
    oneByOne = await withStore([records], answersOf);
    inOne = await inOneGo(content, async (store, isRead) => {
      expect(isRead).toBe(true);
      return answersOf(store);
    });
  });
  test.each(cases.map(([rule], place) => [rule, place + 1] as const))('%s', (_rule, number) => {
    const ofCase = ({ details }: Answers) =>
      details.filter((detail) => detail.requestId === requestId(number));
    expect(ofCase(inOne)).toEqual(ofCase(oneByOne));
  });
  test('and all together', () => expect(inOne).toEqual(oneByOne));
});

describe('when a line cannot be read at all', () => {
  test.each([
    ['broken', '{"time":'],
    ['no object', '[1]'],
    ['without an operation', '{"time":"2026-08-03T08:00:00Z","properties":{}}'],
    ['without a time', '{"operationName":"x","properties":{}}'],
    ['with half a surrogate pair', usual(1).trim().replace('Month', '\\ud800')],
  ])('%s: nothing is saved, so that a reader that counts lines can name it', async (_rule, line) => {
    await inOneGo(`${usual(1)}${line}\n`, async (store, isRead) => {
      expect(isRead).toBe(false);
      expect(await allRequests(store)).toEqual([]);
      expect((await storeCoverage(store)).records).toMatchObject({ read: 0, ours: 0, elsewhere: 0 });
    });
  });
});
