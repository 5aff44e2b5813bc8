import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { HuntingAnswer } from '@/lib/answers';
import type { AccessRequest } from '@/lib/request';
import { deriveTouched } from '@/lib/store/derive';
import { huntingQuery } from '@/lib/store/huntingQuery';
import { openStore } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { savePlainFiles } from '@/lib/store/savePlainFiles';
import {
  asGraph,
  asPortalCsv,
  asQueryAnswer,
  asStorage,
  asTableCsv,
  type Row,
  rows,
  sampleText,
} from '../audit/wrappers';
import { readContent, withFolder } from '../source/files/reading';
import { allRequests, withStore } from './folding';

const expectation = z.looseObject({ sample: z.string(), requestId: z.string(), note: z.string().optional() });
type Expectation = z.infer<typeof expectation>;

const expected = z.array(expectation).parse(JSON.parse(sampleText('expected-requests.json')));
const expectedRows = z
  .array(z.record(z.string(), z.string()))
  .parse(JSON.parse(sampleText('expected-hunting-query.json')));

interface Answers {
  requests: AccessRequest[];
  hunting: HuntingAnswer;
}

const everything = { from: null, to: null };

/** What the product says of the records in an export with this content. */
async function answersTo(content: string): Promise<Answers> {
  const { records, problems } = await readContent(content);
  expect(problems).toEqual([]);
  return withStore([records], async (store) => ({
    requests: await allRequests(store),
    hunting: await huntingQuery(store, [], everything, null),
  }));
}

/** The fields of the request that are expected of it, decisions in the five fields that samples have. */
function said(requests: readonly AccessRequest[], { sample, note, ...fields }: Expectation): unknown {
  const request = requests.find(({ requestId }) => requestId === fields.requestId);
  const decisions = request?.decisions.map(({ approver, verdict, at, justification, ip }) => ({
    approver,
    verdict,
    at,
    justification,
    ip,
  }));
  return Object.fromEntries(Object.entries({ ...request, decisions }).filter(([field]) => field in fields));
}

function plain({ sample, note, ...fields }: Expectation): unknown {
  return fields;
}

function expectSamples({ requests, hunting }: Answers, samples = expected): void {
  expect(requests).toHaveLength(expected.length);
  expect(samples.map((each) => said(requests, each))).toEqual(samples.map(plain));
  expect(hunting.rows).toHaveLength(expectedRows.length);
  expect(hunting.rows).toEqual(expect.arrayContaining(expectedRows));
}

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('each sample folds by its rule', () => {
  let found: Answers;
  beforeAll(async () => {
    found = await answersTo(sampleText('log-analytics.ndjson'));
  });
  const rules: [sample: string, rule: string][] = [
    ['A', 'two stages are one row, and each text stays with the person who wrote it'],
    [
      'B',
      'a request and an approval without a reason are a row like any other, and deleting the record leaves it',
    ],
    ['C', 'an automatic approval has its own time, no decision and no time to approve'],
    ['D', 'a denial has a decision and its time, and no time to approve'],
    ['E', 'without its request record a cancelled request has an unknown requestor and reason'],
    ['F', 'without its request record an expired request has an unknown requestor and reason'],
    ['G', 'a direct assignment has the administrator as requestor and nobody’s decision'],
  ];
  test.each(rules)('%s: %s', (sample) => {
    const each = expected.find((one) => one.sample === sample);
    if (each === undefined) throw new Error(`no sample ${sample}`);
    expect(said(found.requests, each)).toEqual(plain(each));
  });
  test('configuration records make no requests', () => {
    expect(found.requests.map(({ requestId }) => requestId).sort()).toEqual(
      expected.map(({ requestId }) => requestId).sort(),
    );
  });
  test('the hunting query returns its published rows, in any order within a request time', () => {
    expect(found.hunting.rows).toHaveLength(expectedRows.length);
    expect(found.hunting.rows).toEqual(expect.arrayContaining(expectedRows));
  });
  test('every record that a request names as a source is behind it', async () => {
    const { records } = await readContent(sampleText('log-analytics.ndjson'));
    await withStore([records], async (store) => {
      for (const { requestId, sources, decisions } of found.requests) {
        const detail = await requestDetail(store, [], requestId, null);
        const named = [...Object.values(sources), ...decisions.map(({ record }) => record)];
        const keys = detail.records.map(({ key }) => key);
        expect(keys).toEqual(expect.arrayContaining(named.filter((key) => key !== null)));
        expect(detail.timeline.map(({ record }) => record)).toEqual(keys);
      }
    });
  });
});

describe('every wrapper of the same records folds to the same requests', () => {
  const ipOf = ({ InitiatedBy: { user } }: Row) => user?.ipAddress ?? null;
  const storageLine = (source: Row) => {
    const wrapped = asStorage(source);
    const time = source.ActivityDateTime ?? source.TimeGenerated;
    const properties = z.looseObject({}).parse(wrapped.properties);
    return {
      ...wrapped,
      callerIpAddress: ipOf(source),
      properties: { ...properties, activityDateTime: time.replace('Z', '+00:00') },
    };
  };
  const storageLines = lines(rows().map(storageLine));

  test('lines of a storage export, read in one go', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'PT1H.json');
      writeFileSync(file, storageLines);
      const store = await openStore(null, folder);
      try {
        expect(
          await savePlainFiles(store, [{ path: file, name: 'PT1H.json', bytes: 0, modifiedMs: 0 }]),
        ).toBe(true);
        await store.write((writer) => deriveTouched(writer, null));
        expectSamples({
          requests: await allRequests(store),
          hunting: await huntingQuery(store, [], everything, null),
        });
      } finally {
        await store.close();
      }
    }));
  test('lines of a storage export, read one by one', async () => {
    expectSamples(await answersTo(storageLines));
  });
  test('an event-hub payload', async () => {
    expectSamples(await answersTo(JSON.stringify({ records: rows().map(storageLine) })));
  });
  test('a Graph answer, which has no tenant', async () => {
    const answers = await answersTo(JSON.stringify({ value: rows().map(asGraph) }));
    expectSamples(answers);
    expect(new Set(answers.requests.map(({ tenant }) => tenant))).toEqual(new Set(['unknown']));
  });
  test('an answer of the query API with every column', async () => {
    expectSamples(await answersTo(JSON.stringify(asQueryAnswer(rows()))));
  });
  test('an answer of the query API without Id, Category and tenant: names and targets decide', async () => {
    const { tables } = z
      .object({ tables: z.tuple([z.object({ columns: z.array(z.object({ name: z.string() })) })]) })
      .parse(JSON.parse(sampleText('a1.query-api.json')));
    const kept = tables[0].columns.map(({ name }) => name);
    const narrow = rows().map((source) => {
      const { TimeGenerated, OperationName, CorrelationId, InitiatedBy, TargetResources, AdditionalDetails } =
        source;
      return {
        TimeGenerated,
        OperationName,
        CorrelationId,
        Result: source.Result,
        InitiatedBy,
        TargetResources,
        AdditionalDetails,
      };
    });
    expect(Object.keys(narrow[0] ?? {})).toEqual(kept);
    expectSamples(await answersTo(JSON.stringify(asQueryAnswer(narrow))));
  });
  test('the CSV of the Log Analytics portal', async () => {
    expectSamples(await answersTo(asTableCsv(rows())));
  });
  test('the admin center’s CSV: a fourth target is lost, and nobody is made up for it', async () => {
    const lost = new Set(['E', 'F', 'G']);
    const samples = expected.map((each) => (lost.has(each.sample) ? { ...each, target: null } : each));
    expectSamples(await answersTo(asPortalCsv(rows())), samples);
  });
});

test('the same records in two exports, one of them without Ids, are the same requests', async () => {
  const [ndjson, csv] = await Promise.all(
    [sampleText('log-analytics.ndjson'), asPortalCsv(rows())].map(
      async (content) => (await readContent(content)).records,
    ),
  );
  await withStore([csv ?? [], ndjson ?? []], async (store) => {
    expectSamples({
      requests: await allRequests(store),
      hunting: await huntingQuery(store, [], everything, null),
    });
  });
});
