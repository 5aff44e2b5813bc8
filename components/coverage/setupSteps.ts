import type { CoverageSource, WorkspaceCoverage } from '@/lib/coverage';

type Connection = Pick<
  Extract<CoverageSource, { kind: 'log-analytics' }>,
  'access' | 'tenant' | 'clientId' | 'portal'
>;

/** What an owner does once so that a workspace can be read. */
export interface SetupStep {
  title: string;
  /** Null when it cannot be told yet. */
  done: boolean | null;
  /** What it is, and who may do it. */
  about: string;
  /** To be run where the Azure CLI is signed in; null when there is nothing to run. */
  command: string | null;
}

/** The steps for one workspace, in the order in which they can be done. */
export function setupSteps(workspace: WorkspaceCoverage, connection: Connection): SetupStep[] {
  const { tablePresent, categories, failure } = workspace;
  const scope = armId(workspace.resourceId) ?? '<resource id of the workspace>';
  const flows = categories?.some(({ category }) => category === 'EntitlementManagement') ?? null;
  return [
    {
      title: 'A role on the workspace',
      done: failure !== null && refusals.has(failure.code) ? false : tablePresent === null ? null : true,
      about:
        connection.access === 'delegated'
          ? 'Readers query the workspace as themselves, so each needs Log Analytics Reader on it; a new role can take up to 60 minutes to hold. An Owner or User Access Administrator of the workspace gives it.'
          : 'The product queries the workspace as itself, so its own identity needs Log Analytics Reader on it; a new role can take up to 60 minutes to hold. An Owner or User Access Administrator of the workspace gives it.',
      command: `az role assignment create --role 'Log Analytics Reader' --scope '${scope}' --assignee-object-id '${assignee(connection.access)}'`,
    },
    {
      title: 'A diagnostic setting that sends AuditLogs there',
      done: tablePresent,
      about:
        'The table AuditLogs is made with the first record, which can take up to three days. A Security Administrator of the tenant makes the setting; one of the same name is replaced.',
      command: `az rest --method PUT --url '/providers/microsoft.aadiam/diagnosticSettings/audit-logs?api-version=2017-04-01' --body '${JSON.stringify(
        { properties: { workspaceId: scope, logs: [{ category: 'AuditLogs', enabled: true }] } },
      )}'`,
    },
    {
      title: 'EntitlementManagement records in it',
      done: tablePresent === false ? false : flows,
      about:
        'They come with AuditLogs as soon as somebody asks for an access package. None in the last 30 days can be right; if there should be some, the setting sends to another workspace, or a transformation drops them.',
      command: null,
    },
  ];
}

const refusals = new Set(['workspace-refused', 'no-access', 'workspace-unknown']);

function assignee(access: Connection['access']): string {
  return access === 'delegated'
    ? '<object id of a reader or of their group>'
    : '<object id of the managed identity or service principal>';
}

/** The portal's page for queries in the workspace; null when its resource id is not known or is none. */
export function logsLink(resourceId: string | null, { portal, tenant }: Connection): string | null {
  const id = armId(resourceId);
  return id === null || !guid.test(tenant) ? null : `${portal}/#@${tenant}/resource${id}/logs`;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const workspaceId =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[\w.()-]{1,90}\/providers\/Microsoft\.OperationalInsights\/workspaces\/[a-z0-9-]{4,63}$/i;

/** The resource id, when it is one that needs no quoting in a command or an address. */
function armId(resourceId: string | null): string | null {
  return resourceId !== null && workspaceId.test(resourceId) ? resourceId : null;
}
