import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLink, portalLink } from '@/lib/source/kql/portalLink';
import { huntingQueryOver } from '@/lib/source/kql/queries';
import { type RecordSpan, recordsOfRequestsQuery, recordsOfSpanQuery } from '@/lib/source/kql/requestRecords';
import { complaints, literals } from './kusto';

const span: RecordSpan = {
  by: 'TimeGenerated',
  from: '2026-08-01T00:00:00Z',
  to: '2026-08-04T12:00:00.1234567Z',
};
const spans = fc.constantFrom<RecordSpan>(span, { ...span, by: 'ActivityDateTime' });
const hostile = fc.array(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '"',
          "'",
          '\\',
          '"]); AuditLogs | take 1 //',
          '```',
          '\n',
          '\0',
          '//',
          ';\nlet firstAt = 1',
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((parts) => parts.join('')),
  { maxLength: 40 },
);

const workspace = {
  portal: 'https://portal.azure.com',
  tenant: '0f0f0f0f-0000-4000-8000-000000000000',
  resourceId:
    '/subscriptions/5b1f6a60-0000-4000-8000-000000000000/resourceGroups/rg (soc) é/providers/Microsoft.OperationalInsights/workspaces/contoso-soc',
};

/** The parts of a link's fragment, by name. */
function partsOf(link: string): Record<string, string> {
  const [, ...steps] = link.split('/Logs.ReactView/');
  const texts = steps.join('').split('/').map(decodeURIComponent);
  return Object.fromEntries(texts.flatMap((text, at) => (at % 2 ? [[texts[at - 1], text]] : [])));
}

describe('a query for the records of requests', () => {
  it("passes Microsoft's parser, whatever the ids hold", () => {
    fc.assert(
      fc.property(spans, hostile, hostile, (of, one, other) => {
        const byIds = recordsOfRequestsQuery(of, { requestIds: one, correlationIds: other });
        const bySpan = recordsOfSpanQuery(of, { packageIds: one, requestorIds: other });
        expect(complaints(byIds.text)).toEqual([]);
        expect(complaints(bySpan.text)).toEqual([]);
        for (const id of [...one, ...other]) {
          expect(literals(byIds.text)).toContain(id);
          expect(literals(bySpan.text)).toContain(id);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('bounds TimeGenerated in its text, with both ends in it', () => {
    const { text, timespan } = recordsOfRequestsQuery(span, { requestIds: ['r'], correlationIds: [] });
    expect(text).toContain('let firstAt = datetime(2026-08-01T00:00:00Z);');
    expect(text).toContain('let lastAt = datetime(2026-08-04T12:00:00.1234567Z);');
    expect(text).toContain('| where TimeGenerated between (firstAt .. lastAt);');
    expect(timespan.startTime.toISOString()).toBe('2026-08-01T00:00:00.000Z');
    expect(timespan.endTime.getTime()).toBeGreaterThan(Date.parse('2026-08-04T12:00:00.123Z'));
  });

  it('leaves TimeGenerated open at its end where only ActivityDateTime is known', () => {
    const { text, timespan } = recordsOfSpanQuery(
      { ...span, by: 'ActivityDateTime' },
      { packageIds: [], requestorIds: [] },
    );
    expect(text).toContain('coalesce(ActivityDateTime, TimeGenerated) between (firstAt .. lastAt);');
    expect(timespan.endTime.getUTCFullYear()).toBe(2200);
  });
});

describe('a link that opens Logs', () => {
  it('gives the query back, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (requestIds) => {
        const query = recordsOfRequestsQuery(span, { requestIds, correlationIds: [] });
        const link = portalLink(workspace, query);
        if (link === null) return;
        expect(link).toMatch(/^[!-~]+$/);
        const { q = '', resourceId } = partsOf(link);
        expect(gunzipSync(Buffer.from(q, 'base64')).toString()).toBe(query.text);
        expect(resourceId).toBe(workspace.resourceId);
      }),
      { numRuns: 50 },
    );
  });

  it('is for the tenant, the blade and the time range', () => {
    const link =
      portalLink(workspace, huntingQueryOver({ from: span.from, to: '2026-08-02T00:00:00Z' })) ?? '';
    expect(link.split('/resourceId/')[0]).toBe(
      `https://portal.azure.com/#@${workspace.tenant}/blade/Microsoft_OperationsManagementSuite_Workspace/Logs.ReactView`,
    );
    expect(partsOf(link)).toMatchObject({
      source: 'LogsBlade.AnalyticsShareLinkToQuery',
      timespan: '2026-08-01T00:00:00.000Z/2026-08-02T00:00:00.000Z',
    });
  });

  it.each(['contoso.example', '', 'common/x'])('names no tenant for %j', (tenant) => {
    const link = portalLink({ ...workspace, tenant }, huntingQueryOver(span));
    expect(link).toMatch(/^https:\/\/portal\.azure\.com\/#blade\//);
  });

  const guids = (count: number, first: number) =>
    Array.from({ length: count }, (_, at) => {
      const digits = ((at + first) * 2654435761 * 40503).toString(16).padStart(32, '7').slice(-32);
      return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    });
  it.each([
    [150, true],
    [2000, false],
  ])('is made for the ids of %i requests: %s', (count, made) => {
    const ids = { requestIds: guids(count, 1), correlationIds: guids(count, 100_000) };
    const link = portalLink(workspace, recordsOfRequestsQuery(span, ids));
    expect(link !== null).toBe(made);
    expect(link?.length ?? 0).toBeLessThanOrEqual(longestLink);
  });
});
