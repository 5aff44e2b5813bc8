import 'server-only';
import { gzipSync } from 'node:zlib';
import type { Query } from './queries';

/** A workspace in a portal: origin of the portal, its tenant, and the workspace's Azure Resource Manager id. */
export interface PortalWorkspace {
  portal: string;
  tenant: string;
  resourceId: string;
}

/** Characters of the longest link that is made; the queries of 200 requests stay below it. */
export const longestLink = 16_000;

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * The address that opens Logs in the portal with a query and its timespan; null when it would be too long. The
 * address is in use by the portal but documented nowhere. Source: links that the portal itself shares.
 */
export function portalLink({ portal, tenant, resourceId }: PortalWorkspace, query: Query): string | null {
  const { startTime, endTime } = query.timespan;
  const parts = {
    resourceId,
    source: 'LogsBlade.AnalyticsShareLinkToQuery',
    q: gzipSync(query.text).toString('base64'),
    timespan: `${startTime.toISOString()}/${endTime.toISOString()}`,
  };
  const path = Object.entries(parts).map(([name, value]) => `/${name}/${encodeURIComponent(value)}`);
  const directory = guid.test(tenant) ? `@${tenant}/` : '';
  const link = `${portal}/#${directory}blade/Microsoft_OperationsManagementSuite_Workspace/Logs.ReactView${path.join('')}`;
  return link.length > longestLink ? null : link;
}
