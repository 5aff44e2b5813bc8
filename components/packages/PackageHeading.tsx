'use client';

import Link from 'next/link';
import type { PackageAnswer } from '@/lib/answers';
import { defaultView } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { EntraLink } from '../entra/EntraLink';
import { packageAddress, packageRequestsAddress } from '../entra/entraAddresses';
import { ThingTitle } from '../lists/ThingTitle';
import { WorthCount } from '../lists/WorthCount';
import { Pairs } from '../people/Pairs';
import { Disclosure, DisclosurePlaces } from '../ui/Disclosure';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { Time } from '../ui/Time';
import { addressOf, useView } from '../view/useView';
import { Configuration } from './Configuration';
import { Policies } from './Policies';

/** Which package it is, and what only a package has: policies, changes of configuration, pairs of people. */
export function PackageHeading({
  id,
  about,
  stale,
}: {
  id: string;
  /** Undefined until the answer is there. */
  about: PackageAnswer | undefined;
  stale: boolean;
}) {
  const { view, filter } = useView();
  return (
    <>
      <ThingTitle
        list={{ path: '/packages', one: 'Package', many: 'packages' }}
        id={id}
        name={about?.name}
        tenant={about?.tenant ?? null}
      >
        <FormerNames names={about?.formerNames ?? []} />
        {about === undefined ? null : <WorthCount worth={about.worth} requests={about.requests} />}
        <Link className="link" href={addressOf('/people', { ...defaultView, tz: view.tz, filter })}>
          People of these requests
        </Link>
        <EntraLink to={packageAddress} id={id}>
          Entra admin center
        </EntraLink>
        <EntraLink to={packageRequestsAddress} id={id}>
          Its requests there
        </EntraLink>
      </ThingTitle>
      <div className={`about ${stale ? 'opacity-60' : ''}`} aria-busy={about === undefined || stale}>
        {about === undefined ? <DisclosurePlaces count={3} /> : <Parts about={about} />}
      </div>
    </>
  );
}

function FormerNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="min-w-0 break-words">
      formerly{' '}
      {names.map((name, place) => (
        <span key={name}>
          {place === 0 ? null : ', '}“<LogText text={name} />”
        </span>
      ))}
    </span>
  );
}

function Parts({ about: { policies, configuration, pairs } }: { about: PackageAnswer }) {
  const most = policies.reduce<(typeof policies)[number] | undefined>(
    (leader, policy) => (leader === undefined || policy.requests > leader.requests ? policy : leader),
    undefined,
  );
  const newest = configuration.at(-1);
  const [first] = pairs;
  return (
    <>
      <Disclosure
        title={`Policies seen (${countWords(policies.length)})`}
        gist={
          most === undefined ? (
            'None in view'
          ) : (
            <>
              Most: <NameOrId name={most.name} id={most.id} />, {countWords(most.requests)}
            </>
          )
        }
      >
        <Policies policies={policies} />
      </Disclosure>
      <Disclosure
        title={`Changes of configuration, all time (${countWords(configuration.length)})`}
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
      <Disclosure
        title="Who approved for whom most"
        gist={
          first === undefined ? (
            'Nobody in view'
          ) : (
            <>
              Most: <NameOrId name={first.approver} id={first.approverId} /> for{' '}
              <NameOrId name={first.requestor} id={first.requestorId} />, {countWords(first.requests)}
            </>
          )
        }
      >
        <Pairs pairs={pairs} sides={['approver', 'requestor']} />
      </Disclosure>
    </>
  );
}
