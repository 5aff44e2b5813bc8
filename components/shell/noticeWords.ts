import type { CoverageReport, CoverageSource } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';

type Workspaces = Extract<CoverageSource, { kind: 'log-analytics' }>;

/** Where the data come from, as whom they were read, and who may see them. */
export function sourceWords({ source, signIn }: Pick<CoverageReport, 'source' | 'signIn'>): string {
  const who = signIn ? '' : ', sign-in off, this machine only';
  if (source.kind === 'log-analytics') return `${workspacesWords(source)}${who}`;
  if (source.bundled) return `Bundled sample data${who}`;
  return `Audit records from ${source.path ?? 'exported files'}${who}`;
}

function workspacesWords({ access, workspaces }: Workspaces): string {
  const [only] = workspaces;
  const of = workspaces.length === 1 && only ? only.name : `${countWords(workspaces.length)} workspaces`;
  const views = [...new Set(workspaces.flatMap(({ syncedAs }) => syncedAs ?? []))];
  const as = access === 'delegated' && views.length > 0 ? `, as ${views.join(' and ')} can see them` : '';
  return `Audit records of ${of}${as}`;
}

/** How far the reading is; null when nothing is being read. */
export function loadingWords({ source, state, progress }: CoverageReport): string | null {
  if (state !== 'loading') return null;
  const percent = `${Math.floor(progress * 100)}%`;
  if (source.kind === 'files') return `Reading audit records… ${percent}`;
  const { workspaces } = source;
  const reading = workspaces.filter((workspace) => workspace.state === 'loading');
  if (reading.length === 0) return `${percent} read; waiting for a reader whose token can read the rest`;
  const days = (of: 'daysLoaded' | 'daysWanted') =>
    countWords(Math.floor(workspaces.reduce((sum, workspace) => sum + workspace[of], 0)));
  const records = countWords(workspaces.reduce((sum, workspace) => sum + workspace.records, 0));
  const left = Math.max(...reading.map(({ remainingSeconds }) => remainingSeconds ?? 0));
  const about = left === 0 ? '' : `, about ${durationWords(left)} left`;
  return `Reading Log Analytics… ${days('daysLoaded')} of ${days('daysWanted')} days, ${records} records${about}`;
}

/** Since when and why the store is filled anew; null when it never had to be. `time` writes an instant in full. */
export function rebuiltWords(
  { rebuilt }: Pick<CoverageReport, 'rebuilt'>,
  time: (instant: string) => string,
): string | null {
  if (rebuilt === null) return null;
  const why = {
    unreadable: 'the file that kept them could not be read and was set aside',
    'another-version': 'this version of the product keeps them in another way',
  }[rebuilt.why];
  return `All audit records are read again from the source since ${time(rebuilt.at)}: ${why}`;
}

/** What keeps data from being read, each with its mend. */
export function failureWords({ source, state, failure }: CoverageReport): string[] {
  if (source.kind === 'files')
    return state === 'failed' ? [failure ?? 'The reason is in the server’s log.'] : [];
  return source.workspaces
    .filter((workspace) => workspace.state === 'failed')
    .map(({ name, failure }) => `${name}: ${failure?.message ?? 'the reason is in the server’s log.'}`);
}
