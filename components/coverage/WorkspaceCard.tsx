import type { CoverageSource, WorkspaceCoverage } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';
import { Tag } from '../ui/Tag';
import { SetupSteps } from './SetupSteps';
import { logsLink } from './setupSteps';
import { freshSentences, missingSentences, progressSentence, stateWords } from './workspaceSentences';

/** One Log Analytics workspace: how far and how freshly it is read, what is missing, and what its owner has to do. */
export function WorkspaceCard({
  workspace,
  connection,
  time,
}: {
  workspace: WorkspaceCoverage;
  connection: Extract<CoverageSource, { kind: 'log-analytics' }>;
  time: (instant: string) => string;
}) {
  const { id, name, resourceId, state, failure, daysLoaded, daysWanted } = workspace;
  const link = logsLink(resourceId, connection);
  return (
    <section className="card grid gap-2" aria-labelledby={`workspace-${id}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`workspace-${id}`} className="font-semibold">
          <LogText text={name} />
        </h2>
        <Tag tone={state === 'complete' ? 'plain' : 'medium'}>{stateWords[state]}</Tag>
        {link === null ? null : (
          <a className="link text-small" href={link} target="_blank" rel="noreferrer">
            Open in the portal
          </a>
        )}
      </div>
      {failure === null ? null : (
        <p className="note failure">
          <LogText text={failure.message} /> Tried at {time(failure.at)}; it is tried again by itself.
        </p>
      )}
      {state === 'waiting' ? (
        <p className="note">
          It is read as its readers see it, and none is here whose token can read it. Reading starts by itself
          when one opens this product.
        </p>
      ) : null}
      {state === 'complete' ? null : (
        <progress
          className="h-1.5 w-full appearance-none overflow-hidden rounded-tag bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          value={daysLoaded}
          max={daysWanted}
          aria-label={`Days read of ${name}`}
        />
      )}
      <p className="num text-ink-2">{progressSentence(workspace)}</p>
      <Sentences sentences={freshSentences(workspace, time)} />
      <Sentences sentences={missingSentences(workspace, time)} className="note" />
      <Categories categories={workspace.categories} />
      <SetupSteps workspace={workspace} connection={connection} />
    </section>
  );
}

function Sentences({ sentences, className = '' }: { sentences: readonly string[]; className?: string }) {
  if (sentences.length === 0) return null;
  return (
    <ul className={`grid gap-1 ${className}`}>
      {sentences.map((sentence) => (
        <li key={sentence} className="break-words">
          <LogText text={sentence} />
        </li>
      ))}
    </ul>
  );
}

function Categories({ categories }: { categories: WorkspaceCoverage['categories'] }) {
  if (categories === null || categories.length === 0) return null;
  return (
    <details>
      <summary className="text-ink-2">What AuditLogs received in the last 30 days, by category</summary>
      <table className="plain-table mt-2">
        <caption className="sr-only">Rows of AuditLogs in the last 30 days by category</caption>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col" className="text-end">
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ category, records }) => (
            <tr key={category}>
              <td className="break-words">
                {category === '' ? <i className="text-ink-3">None</i> : <LogText text={category} />}
              </td>
              <td className="num text-end">{countWords(records)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
