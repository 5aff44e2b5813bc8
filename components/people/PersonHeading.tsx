'use client';

import Link from 'next/link';
import type { PersonAnswer } from '@/lib/answers';
import { defaultView } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { EntraLink } from '../entra/EntraLink';
import { userAddress } from '../entra/entraAddresses';
import { ThingTitle } from '../lists/ThingTitle';
import { WorthCount } from '../lists/WorthCount';
import { Configuration } from '../packages/Configuration';
import { Disclosure, DisclosurePlaces } from '../ui/Disclosure';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { Time } from '../ui/Time';
import { addressOf, useView } from '../view/useView';
import { PackagesOf } from './PackagesOf';
import { Pairs } from './Pairs';
import { RoleTabs } from './RoleTabs';

/** Who it is, in which roles, with whom, in which packages, and what they changed. */
export function PersonHeading({
  id,
  about,
  stale,
}: {
  id: string;
  /** Undefined until the answer is there. */
  about: PersonAnswer | undefined;
  stale: boolean;
}) {
  const { view, filter } = useView();
  return (
    <>
      <ThingTitle
        list={{ path: '/people', one: 'Person', many: 'people' }}
        id={id}
        name={about?.name}
        tenant={about?.tenant ?? null}
      >
        {about === undefined || about.displayName === null || about.displayName === about.name ? null : (
          <span className="min-w-0 break-words">
            <LogText text={about.displayName} />
          </span>
        )}
        {about === undefined ? null : (
          <>
            <span>approved {countWords(about.approved)} requests</span>
            <WorthCount worth={about.worth} requests={about.requests} />
          </>
        )}
        <Link className="link" href={addressOf('/people', { ...defaultView, tz: view.tz, filter })}>
          People of these requests
        </Link>
        {about?.name?.includes('@') ? (
          <EntraLink to={userAddress} id={id}>
            Entra admin center
          </EntraLink>
        ) : null}
      </ThingTitle>
      <div className={`about ${stale ? 'opacity-60' : ''}`} aria-busy={about === undefined || stale}>
        {about === undefined ? <DisclosurePlaces count={4} /> : <Parts about={about} />}
      </div>
      <RoleTabs counts={about} />
    </>
  );
}

function Parts({ about }: { about: PersonAnswer }) {
  const { configuration, pairsAsApprover, pairsAsRequestor } = about;
  const newest = configuration.at(-1);
  const [asker] = pairsAsApprover;
  const [approver] = pairsAsRequestor;
  return (
    <>
      <PackagesOf />
      <Disclosure
        title="Approved for whom most"
        gist={
          asker === undefined ? (
            'Nobody in view'
          ) : (
            <>
              Most: <NameOrId name={asker.requestor} id={asker.requestorId} />, {countWords(asker.requests)}
            </>
          )
        }
      >
        <Pairs pairs={pairsAsApprover} sides={['requestor']} />
      </Disclosure>
      <Disclosure
        title="Approved by whom most"
        gist={
          approver === undefined ? (
            'Nobody in view'
          ) : (
            <>
              Most: <NameOrId name={approver.approver} id={approver.approverId} />,{' '}
              {countWords(approver.requests)}
            </>
          )
        }
      >
        <Pairs pairs={pairsAsRequestor} sides={['approver']} />
      </Disclosure>
      <Disclosure
        title={`Changes of configuration made (${countWords(configuration.length)})`}
        gist={
          newest === undefined ? (
            'None in the data'
          ) : (
            <>
              Newest: <Time at={newest.at} />, <LogText text={newest.operation} />
            </>
          )
        }
      >
        <Configuration changes={configuration} />
      </Disclosure>
    </>
  );
}
