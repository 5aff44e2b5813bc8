import { generateSample } from '@/lib/source/sample/generate';
import { type StoredRow, tableRow } from './tableRow';

/** The workspaces of the live demonstration, as LOG_ANALYTICS_WORKSPACES lists them. */
export const sampleWorkspaces = [
  {
    id: '10a0f0c5-0000-4000-8000-000000000001',
    name: 'Contoso SOC',
    resourceId:
      '/subscriptions/5ab5c21b-0000-4000-8000-000000000000/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/contoso-soc',
  },
  { id: '10a0f0c5-0000-4000-8000-000000000002', name: 'Contoso archive' },
] as const;

const dayMs = 86_400_000;
/** The diagnostic setting once moved from one workspace to the other; for some days both were sent everything. */
const [movedDaysAgo, bothDays] = [60, 10];

/** The bundled organisation's rows up to some hours after `now`, by workspace id. */
export function sampleRows(now: number): Record<string, StoredRow[]> {
  const until = new Date(now + dayMs / 4).toISOString();
  const rows = Array.from(generateSample({ requests: 3000, until }), tableRow);
  const [current, archive] = sampleWorkspaces;
  const moved = new Date(now - movedDaysAgo * dayMs).toISOString();
  const ended = new Date(now - (movedDaysAgo - bothDays) * dayMs).toISOString();
  return {
    [current.id]: rows.filter(({ ingestedAt }) => ingestedAt >= moved),
    [archive.id]: rows.filter(({ ingestedAt }) => ingestedAt < ended),
  };
}
