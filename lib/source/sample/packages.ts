import type { CastName } from './cast';
import type { Theme } from './departments';

/** Whose answer a stage of an approval waits for. */
export type Stage = 'manager' | 'owner' | 'security' | 'sponsor';

/** The kinds of assignment policy that the organisation uses. */
export const policies = {
  manager: { name: 'Employees - manager approval', stages: ['manager'] },
  managerThenOwner: { name: 'Employees - manager then data owner', stages: ['manager', 'owner'] },
  owner: { name: 'Employees - data owner approval', stages: ['owner'] },
  everybody: { name: 'All members - no approval', stages: [] },
  guests: { name: 'Connected organisations - sponsor then data owner', stages: ['sponsor', 'owner'] },
  guestsFree: { name: 'Connected organisations - no approval', stages: [] },
  privileged: { name: 'Privileged - three stages', stages: ['manager', 'owner', 'security'] },
  direct: { name: 'Administrators only - direct assignment', stages: [] },
  automatic: { name: 'Automatic - by department', stages: [] },
} as const satisfies Record<string, { name: string; stages: readonly Stage[] }>;

export type PolicyKind = keyof typeof policies;

/** What an access package hands out. */
type ResourceKind = 'group' | 'role-assignable group' | 'application' | 'directory role';

export interface PackageRow {
  name: string;
  catalog: string;
  theme: Theme;
  /** What people call it in a sentence. */
  nick: string;
  /** How often it is asked for, beside the others. */
  weight: number;
  policies: readonly PolicyKind[];
  resource: ResourceKind;
  /** The group, application or role behind it. */
  reaches: string;
  /** Whether a justification is asked for: of the requestor, and of the approver. */
  asks: 'both' | 'requestor' | 'neither';
  /** The data owners where they are in the stories; else they come from the departments. */
  owners: readonly CastName[];
}

function row(
  catalog: string,
  theme: Theme,
  name: string,
  nick: string,
  weight: number,
  kinds: readonly PolicyKind[],
  resource: ResourceKind,
  reaches: string,
  asks: PackageRow['asks'] = 'both',
  owners: readonly CastName[] = [],
): PackageRow {
  return { catalog, theme, name, nick, weight, policies: kinds, resource, reaches, asks, owners };
}

/** The forty access packages of the organisation. */
// biome-ignore format: one package a line can be compared with the next.
export const packages: readonly PackageRow[] = [
  row('Finance', 'finance', 'Finance ERP - Payables', 'payables', 9, ['owner', 'managerThenOwner', 'direct'], 'application', 'ERP', 'both', ['ortega']),
  row('Finance', 'finance', 'Finance ERP - Receivables', 'receivables', 5, ['managerThenOwner'], 'application', 'ERP', 'both', ['ortega']),
  row('Finance', 'finance', 'Finance ERP - General Ledger', 'the GL', 5, ['managerThenOwner', 'direct'], 'application', 'ERP'),
  row('Finance', 'finance', 'Treasury Workbench', 'treasury', 2, ['managerThenOwner'], 'group', 'sg-fin-treasury'),
  row('Finance', 'finance', 'Expense Approver', 'expenses', 5, ['manager'], 'application', 'Travel and Expense'),
  row('Finance', 'finance', 'Budget Planning - Contributor', 'the budget tool', 5, ['owner', 'automatic'], 'group', 'sg-fin-budget-contributors'),
  row('Finance', 'finance', 'Audit Evidence Room', 'the evidence room', 2, ['guests', 'managerThenOwner'], 'group', 'sg-fin-audit-room'),
  row('People', 'people', 'HR Records - Reader', 'HR records', 3, ['managerThenOwner'], 'application', 'HR Records'),
  row('People', 'people', 'HR Records - Editor', 'HR records', 2, ['managerThenOwner'], 'application', 'HR Records'),
  row('People', 'people', 'Payroll Preparation', 'payroll', 2, ['managerThenOwner', 'direct'], 'group', 'sg-hr-payroll'),
  row('People', 'people', 'Recruiting Workspace', 'recruiting', 5, ['manager'], 'application', 'Recruiting'),
  row('People', 'people', 'Learning Portal - Author', 'the learning portal', 3, ['everybody'], 'application', 'Learning Portal', 'neither'),
  row('Sales', 'sales', 'CRM - Standard User', 'the CRM', 11, ['manager', 'automatic'], 'application', 'CRM', 'requestor'),
  row('Sales', 'sales', 'CRM - Report Builder', 'CRM reports', 5, ['owner'], 'group', 'sg-crm-report-builders', 'both', ['hale']),
  row('Sales', 'sales', 'Deal Desk', 'the deal desk', 4, ['owner'], 'group', 'sg-sales-dealdesk', 'both', ['hale', 'lacroix']),
  row('Sales', 'sales', 'Price Book - Editor', 'the price book', 2, ['owner'], 'group', 'sg-sales-pricebook', 'both', ['sandoval']),
  row('Sales', 'sales', 'Customer Support Console', 'the support console', 7, ['manager'], 'application', 'Support Console', 'requestor'),
  row('Engineering', 'engineering', 'Source Control - Contributor', 'the repos', 10, ['manager'], 'group', 'sg-eng-source-contributors', 'requestor'),
  row('Engineering', 'engineering', 'Source Control - Maintainer', 'the repos', 3, ['managerThenOwner'], 'group', 'sg-eng-source-maintainers', 'both', ['lindqvist']),
  row('Engineering', 'engineering', 'Build Agents - Operator', 'the build agents', 3, ['owner'], 'group', 'sg-eng-build-operators', 'both', ['lindqvist']),
  row('Engineering', 'engineering', 'Artifact Registry - Publisher', 'the registry', 3, ['owner'], 'group', 'sg-eng-registry-publishers', 'both', ['lindqvist']),
  row('Engineering', 'engineering', 'Test Environments', 'the test environments', 8, ['everybody'], 'group', 'sg-eng-test-environments', 'requestor'),
  row('Engineering', 'engineering', 'Feature Flags - Production', 'feature flags', 3, ['managerThenOwner'], 'application', 'Feature Flags'),
  row('Cloud Platform', 'operations', 'Production Read Only', 'prod read-only', 6, ['owner', 'managerThenOwner'], 'group', 'sg-ops-prod-readers', 'both', ['dacosta']),
  row('Cloud Platform', 'operations', 'Production Break Glass', 'break glass', 2, ['privileged'], 'group', 'sg-ops-prod-breakglass', 'both', ['dacosta']),
  row('Cloud Platform', 'operations', 'Kubernetes - Namespace Admin', 'the cluster', 4, ['managerThenOwner'], 'group', 'sg-ops-k8s-namespace-admins'),
  row('Cloud Platform', 'operations', 'Observability - Editor', 'dashboards and alerts', 4, ['everybody'], 'application', 'Monitoring', 'requestor'),
  row('Cloud Platform', 'operations', 'Backup Operators', 'backups', 2, ['managerThenOwner', 'direct'], 'group', 'sg-ops-backup-operators'),
  row('Data', 'data', 'Data Lake - Analyst', 'the data lake', 8, ['owner'], 'group', 'sg-data-lake-analysts', 'both', ['okonkwo', 'hofstetter']),
  row('Data', 'data', 'Data Lake - Customer Detail', 'customer-level data', 3, ['owner', 'managerThenOwner'], 'group', 'sg-data-lake-customer', 'both', ['hofstetter', 'duarte']),
  row('Data', 'data', 'Dashboards - Publisher', 'the dashboards', 5, ['everybody', 'automatic'], 'application', 'Dashboards', 'requestor'),
  row('Data', 'data', 'Machine Learning Sandbox', 'the ML sandbox', 3, ['manager'], 'group', 'sg-data-ml-sandbox', 'both', ['okonkwo']),
  row('Privileged Access', 'privileged', 'Tier 0 - Entra Administrators', 'tier 0', 1, ['privileged', 'direct'], 'role-assignable group', 'sg-tier0-entra-admins'),
  row('Privileged Access', 'privileged', 'Helpdesk - Password Reset', 'password resets', 3, ['managerThenOwner'], 'directory role', 'Helpdesk Administrator'),
  row('Privileged Access', 'privileged', 'Security Operations - Responder', 'the SOC tools', 2, ['privileged'], 'directory role', 'Security Operator'),
  row('Legal', 'legal', 'Contract Archive', 'the contract archive', 4, ['manager'], 'group', 'sg-legal-contracts', 'both', ['marchetti']),
  row('Legal', 'legal', 'Matter Workspace', 'the matter workspace', 3, ['owner', 'guests'], 'group', 'sg-legal-matters', 'both', ['marchetti']),
  row('Partners', 'partner', 'Partner Portal Reader', 'the partner portal', 5, ['guestsFree'], 'application', 'Partner Portal', 'requestor'),
  row('Partners', 'partner', 'Partner Project Room', 'the project room', 6, ['guests'], 'group', 'sg-partner-project-room'),
  row('Workplace', 'workplace', 'VPN - Remote Access', 'VPN', 9, ['manager', 'everybody'], 'group', 'sg-wp-vpn', 'requestor'),
];

/** Business units: above forty packages, each unit has its own set. */
// biome-ignore format: a plain list of words.
export const units = [
  'Iberia', 'Nordics', 'Alpine', 'Benelux', 'Baltics', 'Adriatic', 'Andes', 'Pacific', 'Deccan', 'Gulf',
  'Celtic', 'Carpathia', 'Atlantic', 'Maghreb', 'Levant', 'Prairie', 'Caribbean', 'Kanto', 'Kansai', 'Bengal',
  'Hanse', 'Bohemia', 'Danube', 'Aegean', 'Rhine', 'Loire', 'Tagus', 'Vistula', 'Shannon', 'Paraná',
  'Cauvery', 'Malabar', 'Sierra', 'Mesa', 'Tundra', 'Savanna', 'Delta', 'Fjord', 'Harbour', 'Summit',
  'Retail', 'Wholesale', 'Logistics', 'Energy', 'Health', 'Media', 'Ventures', 'Labs', 'Shared Services',
] as const;
