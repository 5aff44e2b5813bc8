import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The published hunting query and what its publisher says about it. */
export const huntingQuery = {
  id: 'aff7eb5f-3359-48ab-b73b-6c466d3806dc',
  name: 'Approved Access Packages Details',
  description:
    'This query shows details about all approved Entra ID Governance Access Packages assignments. The results include the time the request was created and approved along with the justification text provided by the requestor and the approver.',
  requiredDataConnectors: [{ connectorId: 'AzureActiveDirectory', dataTypes: ['AuditLogs'] }],
  tactics: ['DefenseEvasion', 'Persistence'],
  techniques: ['T1556'],
  entityMappings: [
    { entityType: 'Account', identifier: 'FullName', columnName: 'RequestedBy' },
    { entityType: 'Account', identifier: 'FullName', columnName: 'ApprovedBy' },
  ],
  origin: {
    repository: 'Azure/Azure-Sentinel',
    path: 'Hunting Queries/AuditLogs/ApprovedAccessPackagesDetails.yaml',
    licence: 'MIT',
  },
} as const;

/** The query's KQL, as published. Throws when the file was not deployed with the application. */
export function huntingQueryText(): string {
  return readFileSync(join(process.cwd(), 'lib/source/kql/approved-access-packages.kql'), 'utf8');
}
