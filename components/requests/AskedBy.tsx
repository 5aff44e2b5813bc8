import { valueWords } from '@/lib/filter/fields';
import type { AccessRequest } from '@/lib/request';
import { isForSelf, requestorName, targetName } from '@/lib/words/people';
import { NameOrId } from '../ui/NameOrId';
import { Person } from '../ui/Person';

/** Who asked, and for whom: two lines, with the package where the table has no room for its column. */
export function AskedBy({ request, withPackage }: { request: AccessRequest; withPackage: boolean }) {
  const name = requestorName(request);
  return (
    <>
      {name === null ? (
        <i className="block text-ink-3" title="The record of the request itself is not in the data.">
          Not in the data
        </i>
      ) : (
        <Person name={name} />
      )}
      <span className="second-line">
        <ForWhom request={request} />
        <Remarks request={request} />
        {withPackage ? (
          <span className="package-in-place">
            &nbsp;· <NameOrId name={request.package} id={request.packageId} />
          </span>
        ) : null}
      </span>
    </>
  );
}

function ForWhom({ request }: { request: AccessRequest }) {
  if (isForSelf(request)) return <span className="shrink-0">for self</span>;
  const name = targetName(request);
  if (name === null) return <i className="shrink-0">receiver not in the data</i>;
  return (
    <>
      <span className="shrink-0">for&nbsp;</span>
      <Person name={name} />
    </>
  );
}

/** What sets the request apart from plain access for a member. */
function Remarks({ request: { kind, userType } }: { request: AccessRequest }) {
  const remarks = [
    ...(userType === 'guest' ? ['guest'] : []),
    ...(kind === 'extension' || kind === 'update' || kind === 'removal' ? [valueWords('kind', kind)] : []),
  ];
  return remarks.map((remark) => (
    <span key={remark} className="shrink-0">
      , {remark}
    </span>
  ));
}
