import { alex, asks, autoApprove, bea, dana, delivers, governance, ours } from './build';
import { folding } from './folding';

const check = folding();

check('a user’s request for themselves is a request', [asks('08:00')], {
  kind: 'request',
  requestor: alex.upn,
  target: alex.upn,
});
check('a request for somebody else is on behalf of them', [asks('08:00', { by: bea })], {
  kind: 'on-behalf',
  requestor: bea.upn,
  target: alex.upn,
});
check(
  'the same person in two spellings of the object id is not on behalf',
  [asks('08:00', { by: { ...alex, id: alex.id.toUpperCase(), upn: 'Alex.Rivera@Contoso.example' } })],
  { kind: 'request', requestorId: alex.id, targetId: alex.id },
);
check(
  'an extension is a kind of its own',
  [ours('User requests to extend access package assignment', '08:00', alex), autoApprove('08:01')],
  { kind: 'extension', outcome: 'auto-approved' },
);
check(
  'an update is a kind of its own',
  [ours('Create access package assignment user update request', '08:00', alex)],
  { kind: 'update', outcome: 'pending' },
);
check(
  'a request for a service principal names it as the target',
  [
    ours('User requests an access package assignment on behalf of service principal', '08:00', alex, {
      targets: [
        { type: 'AccessPackageAssignmentRequest', id: 'd1e5e000-0000-4000-9000-0000000000aa' },
        { type: 'ServicePrincipal', id: '5e000000-0000-4000-8000-000000000001', name: 'exporter' },
      ],
    }),
  ],
  {
    kind: 'service-principal',
    requestor: alex.upn,
    target: null,
    targetId: '5e000000-0000-4000-8000-000000000001',
    targetName: 'exporter',
  },
);
check(
  'a direct assignment has the administrator as requestor',
  [ours('Administrator directly assigns user to access package', '08:00', dana)],
  { kind: 'direct', requestor: dana.upn, target: alex.upn },
);
check(
  'an assignment by policy has the service as requestor',
  [ours('Entitlement Management creates access package assignment request for user', '08:00', governance)],
  { kind: 'policy', requestor: null, requestorName: governance.name, target: alex.upn },
);
check(
  'a removal by the user follows the usual outcomes',
  [ours('User requests to remove access package assignment', '08:00', alex)],
  { kind: 'removal', outcome: 'pending' },
);
check(
  'a removal by an administrator is assigned',
  [ours('Administrator directly removes user access package assignment', '08:00', dana)],
  { kind: 'removal', outcome: 'assigned', requestor: dana.upn },
);
check(
  'a removal by the system is policy-assigned',
  [ours('Entitlement Management removes access package assignment request for user', '08:00', governance)],
  { kind: 'removal', outcome: 'policy-assigned', requestor: null },
);
check('without its request record a request is of unknown kind', [delivers('08:00')], {
  kind: 'unknown',
  requestor: null,
  requestorId: null,
  requestorName: null,
  requestorIp: null,
  requestedAt: null,
  requestorJustification: { state: 'unknown', text: null },
});
