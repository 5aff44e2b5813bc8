import type { Reached, RequestDetail } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { Tag } from '../ui/Tag';
import { Time } from '../ui/Time';
import { EvidenceLink } from './EvidenceLink';
import { Section } from './Section';

const kindWords = {
  group: 'Group',
  application: 'Application',
  'directory-role': 'Directory role',
} satisfies Record<Reached['kind'], string>;

/** What the grant put its target into, as the directory's own records tell; silent where nothing was granted. */
export function ReachedAccess({ detail }: { detail: RequestDetail }) {
  const { reached } = detail;
  if (reached?.length === 0) return null;
  return (
    <Section title="What it reached">
      {reached === null ? (
        <p className="text-ink-2">The data that you can see hold no record of it.</p>
      ) : (
        <ul className="grid gap-1">
          {reached.map((each) => (
            <li key={each.record} className="break-words">
              <OneReached reached={each} detail={detail} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function OneReached({ reached, detail }: { reached: Reached; detail: RequestDetail }) {
  const { kind, id, name, role, isRoleAssignable, at, record } = reached;
  return (
    <>
      {kindWords[kind]} <NameOrId name={name} id={id} />
      {role === null ? null : (
        <>
          {', role '}
          <LogText text={role} />
        </>
      )}{' '}
      {kind === 'group' && isRoleAssignable ? <Tag tone="medium">can hold directory roles</Tag> : null}
      <span className="block text-ink-2 text-small">
        <EvidenceLink record={record} detail={detail}>
          <Time at={at} exact />
        </EvidenceLink>
      </span>
    </>
  );
}
