import type { AccessRequest } from '@/lib/request';
import { approverName, requestorName, targetName } from '@/lib/words/people';
import { EntraLink } from '../entra/EntraLink';
import { packageAddress, packageRequestsAddress, userAddress } from '../entra/entraAddresses';
import { LogText } from '../ui/LogText';
import { Section } from './Section';

/** The request's package and people in the Entra admin center; the request itself has no page there. */
export function InEntra({ request }: { request: AccessRequest }) {
  const people = usersOf(request);
  return (
    <Section title="In the Entra admin center">
      <ul className="grid gap-1">
        <li>
          <EntraLink to={packageAddress} id={request.packageId}>
            Package
          </EntraLink>
        </li>
        <li>
          <EntraLink to={packageRequestsAddress} id={request.packageId}>
            Requests of the package
          </EntraLink>
          <span className="block text-ink-2 text-small">
            A request has no page of its own: look for its id, which can be copied above.
          </span>
        </li>
        {people.map(({ id, name, part }) => (
          <li key={id}>
            <EntraLink to={userAddress} id={id}>
              <span className="break-words">
                {part} <LogText text={name} />
              </span>
            </EntraLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Each user once, with their first part; an application signs in without a user principal name. */
function usersOf(request: AccessRequest): { id: string; name: string; part: string }[] {
  const { requestor, requestorId, target, targetId, kind, decisions } = request;
  const people = [
    { id: requestorId, name: requestor && requestorName(request), part: 'Requestor' },
    {
      id: targetId,
      name: kind === 'service-principal' ? null : target && targetName(request),
      part: 'Target',
    },
    ...decisions.map((decision) => ({
      id: decision.approverId,
      name: decision.approver && approverName(decision),
      part: 'Approver',
    })),
  ];
  const users = people.flatMap(({ id, name, part }) =>
    id === null || name === null ? [] : [{ id: id.toLowerCase(), name, part }],
  );
  return users.filter(({ id }, place) => users.findIndex((user) => user.id === id) === place);
}
