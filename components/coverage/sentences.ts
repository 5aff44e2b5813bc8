import type { CoverageReport, CoverageSource, RecordCounts } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';
import { rebuiltWords } from '../shell/noticeWords';

/** Writes an instant (UTC ISO 8601) in full, with its zone. */
type TellTime = (instant: string) => string;

/** What the data span and whether that is all of it. */
export function spanSentences(report: CoverageReport, time: TellTime): string[] {
  const { from, to, requests, tenants, state, progress, failure } = report;
  const rebuilt = rebuiltWords(report, time);
  return [
    from === null || to === null
      ? 'No entitlement-management record is in the data.'
      : `The entitlement-management records run from ${time(from)} to ${time(to)}, which is ${durationWords(seconds(from, to))}.`,
    `They fold into ${count(requests, 'request')}${tenants.length > 1 ? ` of ${tenants.length} tenants` : ''}.`,
    stateSentence(state, progress, failure),
    ...(rebuilt === null ? [] : [`${rebuilt}. What the source no longer held by then is not in the data.`]),
  ];
}

function stateSentence(state: CoverageReport['state'], progress: number, failure: string | null): string {
  switch (state) {
    case 'loading':
      return `The input is still being read, ${Math.floor(progress * 100)}% so far; every number is a lower bound.`;
    case 'failed':
      return `Reading stopped before the end; every number is a lower bound. ${failure ?? ''}`.trim();
    case 'empty':
      return 'The input was read to its end, and no record in it could be used.';
    case 'complete':
      return 'The input was read to its end.';
  }
}

/** What was read of the files. */
export function fileSentences(
  source: Extract<CoverageSource, { kind: 'files' }>,
  files: CoverageReport['files'],
): string[] {
  const from =
    source.path === null ? 'The records come from exported files.' : `The records come from ${source.path}.`;
  return [
    source.bundled ? 'The records are made up: this is the bundled sample data.' : from,
    ...(files === null
      ? []
      : [`${count(files.found, 'file')} found, ${countWords(files.read)} read, ${bytes(files.bytes)}.`]),
  ];
}

/** What became of every record that was read. */
export function recordSentences(records: RecordCounts): string[] {
  const { read, duplicates, ours, context, elsewhere, waiting, withoutId } = records;
  return [
    `${count(read, 'audit record')} read, copies included.`,
    duplicates === 0
      ? 'No record came twice.'
      : `${count(duplicates, 'record')} had come before and ${duplicates === 1 ? 'was' : 'were'} merged.`,
    `${count(ours, 'record')} kept as entitlement-management or approval records.`,
    `${count(context, 'record')} kept beside them, because they share a request’s CorrelationId or deliver its access.`,
    `${count(elsewhere, 'record')} of other services counted and not kept.`,
    ...(waiting === 0
      ? []
      : [
          `${count(waiting, 'record')} of other services kept aside, since a later record may still claim them.`,
        ]),
    ...(withoutId === 0
      ? []
      : [
          `${count(withoutId, 'kept record')} without an Id, told apart by time, operation, correlation and people.`,
        ]),
  ];
}

/** What the data leave open. */
export function gapSentences(report: CoverageReport): string[] {
  const { records, requestsWithoutRequestRecord: orphans, requestsWithWarnings: warned } = report;
  return [
    orphans === 0
      ? 'Every request has its own request record.'
      : `${count(orphans, 'request')} without the request record: who asked, and why, is not in the data.`,
    warned === 0
      ? 'No request carries a warning.'
      : `${count(warned, 'request')} with a warning, shown when the request is opened.`,
    ...(records === null ? [] : unlinkedSentences(records)),
  ];
}

function unlinkedSentences({ approvalsElsewhere, unlinked }: RecordCounts): string[] {
  return [
    approvalsElsewhere === 0
      ? 'Every approval record belongs to a request in the data.'
      : `${count(approvalsElsewhere, 'approval record')} of requests that are not in the data, or not about access packages.`,
    unlinked === 0
      ? 'Every entitlement-management record belongs to a request.'
      : `${count(unlinked, 'entitlement-management record')} of no request, such as changes of policies; listed below.`,
  ];
}

function count(number: number, noun: string): string {
  return `${countWords(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function bytes(number: number): string {
  if (number < 1000) return `${number} bytes`;
  if (number < 1_000_000) return `${(number / 1000).toFixed(1)} kB`;
  return `${(number / 1_000_000).toFixed(1)} MB`;
}

function seconds(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
