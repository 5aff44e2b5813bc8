/** How the authority answers when the product asks for a token on behalf of a person. */
export type OnBehalfOf = 'granted' | 'challenged' | 'refused';

export interface Person {
  /** Entra object id. */
  oid: string;
  name: string;
  preferred_username: string;
  /** What the sign-in page says of them. */
  part: string;
  roles: string[];
  groups?: string[];
  /** In more groups than a token holds, so that it names none. */
  groupsLeftOut?: true;
}

/** The group that a scopes file can name for the owner. */
export const ownersGroup = '9a0b0000-0000-4000-8000-0000000000f1';

export const people = {
  analyst: {
    oid: 'ac0de000-0000-4000-8000-000000000001',
    name: 'Imke Brandt',
    preferred_username: 'imke.brandt@contoso.example',
    part: 'SOC analyst: sees every request',
    roles: ['Approvals.Read'],
  },
  secondAnalyst: {
    oid: 'ac0de000-0000-4000-8000-000000000002',
    name: 'Teo Marchetti',
    preferred_username: 'teo.marchetti@contoso.example',
    part: 'SOC analyst: sees every request',
    roles: ['Approvals.Read'],
  },
  owner: {
    oid: 'ac0de000-0000-4000-8000-000000000003',
    name: 'Noor Castellan',
    preferred_username: 'noor.castellan@contoso.example',
    part: 'Governance owner: sees the requests of their own packages',
    roles: ['Approvals.Read.Scoped'],
    groups: [ownersGroup],
  },
  overageOwner: {
    oid: 'ac0de000-0000-4000-8000-000000000004',
    name: 'Viggo Sandell',
    preferred_username: 'viggo.sandell@contoso.example',
    part: 'Governance owner in more groups than a token holds',
    roles: ['Approvals.Read.Scoped'],
    groupsLeftOut: true,
  },
  stranger: {
    oid: 'ac0de000-0000-4000-8000-000000000005',
    name: 'Sam Okoro',
    preferred_username: 'sam.okoro@contoso.example',
    part: 'Employee without a role here',
    roles: [],
  },
} satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

export function isPersonName(text: unknown): text is PersonName {
  return typeof text === 'string' && Object.hasOwn(people, text);
}
