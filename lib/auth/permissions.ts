/** The delegated permission that a reader's token must carry in `scp`; in full `api://<client id>/` before it. */
export const delegatedScope = 'Approvals.Access';

/** The app roles: one shows everything, the other what the scopes file maps to the reader. */
export const roles = { everything: 'Approvals.Read', scoped: 'Approvals.Read.Scoped' } as const;
