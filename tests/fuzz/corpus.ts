import { generateSample } from '@/lib/source/sample/generate';
import {
  asGraph,
  asPortalCsv,
  asQueryAnswer,
  asStorage,
  asTableCsv,
  rows,
  sampleText,
} from '../audit/wrappers';

const samples = rows();
const few = [samples.slice(0, 2), samples.slice(4, 7), samples.slice(9, 10)];
const asLines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pretty = (value: unknown) => JSON.stringify(value, null, 1);

/** Lines of a storage export as the made-up organisation writes them, short ones. */
export const storageLines: readonly string[] = [
  ...generateSample({ requests: 20, until: '2026-08-20T00:00:00Z', days: 30 }),
].filter((line) => line.length < 1_500);

/** Small exports of every shape that is read, whole and valid. */
export const valid: readonly string[] = [
  ...few.flatMap((some) => [
    asLines(some),
    asLines(some.map(asStorage)),
    asLines([{ records: some.map(asStorage) }]),
    asTableCsv(some),
    asTableCsv(some).replaceAll('\r\n', '\n').replaceAll(',', ';'),
    asTableCsv(some).replaceAll('\r\n', '\r'),
    JSON.stringify(some),
    JSON.stringify(asQueryAnswer(some)),
    JSON.stringify({ records: some.map(asStorage) }),
    pretty({ '@odata.context': 'c', '@odata.nextLink': 'n', value: some.map(asGraph) }),
    pretty(some.map(asGraph)),
    some.map((row) => JSON.stringify(row)).join(''),
    `[\n${some.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
  ]),
  asPortalCsv(samples.slice(0, 1)),
  asPortalCsv(samples.slice(4, 6)),
  ...['a1.storage.json', 'a1.graph.json', 'a1.query-api.json'].map(sampleText),
  ...[0, 3, 6].map((at) => `${storageLines.slice(at, at + 3).join('\n')}\n`),
  '{"tables":[{"columns":["TimeGenerated","OperationName","Result"],"rows":[["2026-08-03T08:00:00Z","x","y"],["2026-08-03T09:00:00Z","z","y"]]}],"error":{"code":"PartialError"}}',
  'TimeGenerated,OperationName,Identity\n2026-08-03T08:00:00Z,x,"a, ""b"""\n2026-08-03T08:00:00Z,y,c\n',
];
