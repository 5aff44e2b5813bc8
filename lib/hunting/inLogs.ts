import 'server-only';
import type { Kql } from '../answers';
import type { Clause } from '../filter/clause';
import type { Inbound } from '../inbound';
import { seen } from '../report';
import { portalLink } from '../source/kql/portalLink';
import type { Query } from '../source/kql/queries';

const filesOnly =
  'The records were read from files, so no workspace is known to open. Copy the query and run it in the Logs of the workspace that has these records.';

/** A query as it goes over the wire, with a link to Logs for each workspace that the reader may see. */
export function inLogs({ live }: Inbound, scope: readonly Clause[], query: Query): Kql {
  const { startTime, endTime } = query.timespan;
  const text = {
    kql: query.text,
    timespan: { from: startTime.toISOString(), to: endTime.toISOString() },
  };
  if (live === null) return { ...text, links: [], unlinked: filesOnly };
  const { portal, tenant } = live.setup;
  const workspaces = seen(live.progress.workspaces, scope).map(({ workspace }) => workspace);
  const links = workspaces.flatMap(({ name, resourceId }) => {
    const href = resourceId === undefined ? null : portalLink({ portal, tenant, resourceId }, query);
    return href === null ? [] : [{ workspace: name, href }];
  });
  const nameless = workspaces.filter(({ resourceId }) => resourceId === undefined).map(({ name }) => name);
  return {
    ...text,
    links,
    unlinked: unlinkedWords(nameless, links.length + nameless.length < workspaces.length),
  };
}

function unlinkedWords(nameless: readonly string[], tooLong: boolean): string | null {
  const sentences = [
    ...(tooLong ? ['The query is too long for a link; copy it and run it in the workspace’s Logs.'] : []),
    ...(nameless.length === 0
      ? []
      : [
          `A link that opens Logs needs the workspace’s resource id, and the configuration has none for ${nameless.join(', ')}.`,
        ]),
  ];
  return sentences.join(' ') || null;
}
