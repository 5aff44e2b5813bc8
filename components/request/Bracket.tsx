import type { BracketChange, RequestDetail } from '@/lib/request';
import { ChangedValues } from '../packages/ChangedValues';
import { PersonLink } from '../people/PersonLink';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { ShowMore } from '../ui/ShowMore';
import { Tag } from '../ui/Tag';
import { Time } from '../ui/Time';
import { EvidenceLink } from './EvidenceLink';
import { Section } from './Section';

const whenWords = {
  before: 'before it was asked for',
  during: 'while it was open',
  after: 'after it was granted or ended',
} satisfies Record<BracketChange['when'], string>;

/** What was changed about the package, its policies and the settings around a request, oldest first. */
export function Bracket({ detail }: { detail: RequestDetail }) {
  const changes = detail.bracket;
  return (
    <Section title={`Changes of configuration around it (${changes.length})`}>
      {changes.length === 0 ? (
        <p className="text-ink-2">None within 72 hours, in the data that you can see.</p>
      ) : (
        <ShowMore items={changes} first={10}>
          {(shown) => (
            <ol className="grid gap-2">
              {shown.map((change) => (
                <li key={change.record} className="rounded-card border border-line px-3 py-2">
                  <OneChange change={change} detail={detail} />
                </li>
              ))}
            </ol>
          )}
        </ShowMore>
      )}
    </Section>
  );
}

function OneChange({ change, detail }: { change: BracketChange; detail: RequestDetail }) {
  const { at, when, operation, actor, actorId, actorName, change: how, changes } = change;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 break-words">
          <EvidenceLink record={change.record} detail={detail}>
            <LogText text={operation} />
          </EvidenceLink>
        </span>
        <span className="text-small">
          <Time at={at} exact />
        </span>
      </p>
      <p className="break-words text-ink-2 text-small">
        {whenWords[when]}, by <PersonLink id={actorId} name={actor ?? actorName} />
        <OfPolicy change={change} />
      </p>
      <Effect change={change} />
      {changes.length > 0 ? (
        <ChangedValues changes={changes} />
      ) : how === 'updated' ? (
        <p className="text-ink-3 text-small italic">Changed; content not in the log.</p>
      ) : null}
    </>
  );
}

function OfPolicy({ change: { policy, policyId, ofPolicies } }: { change: BracketChange }) {
  const named = policy !== null || policyId !== null;
  return (
    <>
      {named ? (
        <>
          {' · policy '}
          <NameOrId name={policy} id={policyId} />
        </>
      ) : null}
      {ofPolicies === null ? null : ` · the request names no policy; it may be one of ${ofPolicies}`}
    </>
  );
}

function Effect({ change: { weakens, tightens } }: { change: BracketChange }) {
  return (
    <>
      {weakens === null ? null : (
        <p className="mt-1 break-words">
          <Tag tone="medium">Loosened</Tag> <LogText text={weakens} />
        </p>
      )}
      {tightens === null ? null : (
        <p className="mt-1 break-words">
          <Tag tone="plain">Tightened</Tag> <LogText text={tightens} />
        </p>
      )}
    </>
  );
}
