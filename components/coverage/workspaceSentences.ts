import type { WorkspaceCoverage } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';

/** Writes an instant (UTC ISO 8601) in full, with its zone. */
type TellTime = (instant: string) => string;

/** How a workspace stands, in a few words. */
export const stateWords: Record<WorkspaceCoverage['state'], string> = {
  waiting: 'Waiting for a reader',
  loading: 'Reading',
  complete: 'Read to its end',
  failed: 'Reading failed',
};

/** How far the reading is: days, records, and about how long it still takes. */
export function progressSentence(workspace: WorkspaceCoverage): string {
  const { daysLoaded, daysWanted, records, remainingSeconds } = workspace;
  const left = remainingSeconds === null ? '' : `, about ${durationWords(remainingSeconds)} left`;
  return `${countWords(Math.floor(daysLoaded))} of ${countWords(daysWanted)} days, ${count(records, 'record')}${left}`;
}

/** What the workspace holds and how fresh it is. */
export function freshSentences(workspace: WorkspaceCoverage, time: TellTime): string[] {
  const { oldest, newest, newestIngested, lagSeconds, retentionStart, lastSyncAt, syncedAs } = workspace;
  if (workspace.tablePresent === null && newest === null)
    return ['It could not be asked yet, so what it holds is not known.'];
  return [
    newest === null
      ? 'No record about access packages was found in it.'
      : `The newest record about access packages is of ${time(newest)}${newestIngested === null ? '' : ` and arrived at ${time(newestIngested)}`}.`,
    ...(lagSeconds === null
      ? []
      : [
          `Records arrive ${durationWords(lagSeconds)} after what they tell of, the median of up to a hundred that came last.`,
        ]),
    ...(oldest === null
      ? []
      : retentionStart === null
        ? [`The oldest of the days that are read is of ${time(oldest)}.`]
        : [
            `The oldest that it still holds is of ${time(oldest)}; older ones have expired there and are kept here.`,
          ]),
    lastSyncAt === null
      ? 'It was not read to its end yet.'
      : `Last looked into at ${time(lastSyncAt)}${syncedAs === null ? '' : `, as ${syncedAs === 'application' ? 'the application' : `${syncedAs} sees it`}`}.`,
  ];
}

/** What of the workspace is missing here. */
export function missingSentences({ gaps, unusable }: WorkspaceCoverage, time: TellTime): string[] {
  return [
    ...gaps.map(
      ({ from, to, reason }) =>
        `From ${time(from)} to ${time(to)} nothing could be read. The workspace said: ${reason}`,
    ),
    ...(unusable === 0
      ? []
      : [
          `${count(unusable, 'row')} that ${unusable === 1 ? 'is' : 'are'} no audit record came and could not be used; one that was read twice counts twice.`,
        ]),
  ];
}

function count(number: number, noun: string): string {
  return `${countWords(number)} ${noun}${number === 1 ? '' : 's'}`;
}
