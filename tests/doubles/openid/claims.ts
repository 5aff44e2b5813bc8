import type { JWTPayload } from 'jose';
import { type Person, type PersonName, people } from './people';
import { logAnalytics, registration } from './registration';

/** What every access token of this authority says, and for how long it is good. */
export interface Issue {
  issuer: string;
  seconds: number;
}

/** The claims of a version 2.0 access token that a person has for the product, as Entra writes them. */
export function productClaims(name: PersonName, issue: Issue): JWTPayload {
  const { roles, groups, groupsLeftOut }: Person = people[name];
  return {
    ...personClaims(name, issue),
    aud: registration.clientId,
    scp: 'Approvals.Access',
    ...(roles.length > 0 && { roles }),
    ...(groups && { groups }),
    ...(groupsLeftOut && {
      _claim_names: { groups: 'src1' },
      _claim_sources: { src1: { endpoint: 'https://graph.microsoft.com/v1.0/me/getMemberObjects' } },
    }),
  };
}

/** The claims of the token with which the product queries Log Analytics on behalf of a person. */
export function delegatedClaims(name: PersonName, issue: Issue): JWTPayload {
  return { ...personClaims(name, issue), aud: logAnalytics, scp: 'Data.Read' };
}

/** The claims of the token with which the product queries Log Analytics as itself. */
export function applicationClaims(issue: Issue): JWTPayload {
  const { servicePrincipal } = registration;
  return { ...base(issue), aud: logAnalytics, idtyp: 'app', oid: servicePrincipal, sub: servicePrincipal };
}

function personClaims(name: PersonName, issue: Issue): JWTPayload {
  const { oid, name: fullName, preferred_username } = people[name];
  return { ...base(issue), sub: name, oid, name: fullName, preferred_username };
}

function base({ issuer, seconds }: Issue): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    tid: registration.tenant,
    azp: registration.clientId,
    iat: now,
    nbf: now,
    exp: now + seconds,
    ver: '2.0',
  };
}
