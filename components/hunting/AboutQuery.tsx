import type { ReactNode } from 'react';
import { CopyButton } from '../ui/CopyButton';
import { TechniqueLinks } from '../ui/TechniqueLinks';

/** The published query and its publisher's description of it. */
export interface PublishedQuery {
  id: string;
  name: string;
  description: string;
  requiredDataConnectors: readonly { connectorId: string; dataTypes: readonly string[] }[];
  tactics: readonly string[];
  techniques: readonly string[];
  entityMappings: readonly { entityType: string; identifier: string; columnName: string }[];
  origin: { repository: string; path: string; licence: string };
  text: string;
}

/** What the query is, as its publisher says it, and the query itself to copy. */
export function AboutQuery({ query }: { query: PublishedQuery }) {
  return (
    <section className="card" aria-labelledby="about-query">
      <h2 id="about-query" className="font-semibold">
        {query.name}
      </h2>
      <p className="mt-1 max-w-prose text-ink-2">{query.description}</p>
      <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <Fact name="Id">
          <code className="font-mono text-small break-all">{query.id}</code>
        </Fact>
        <Fact name="Tactics">{query.tactics.join(', ')}</Fact>
        <Fact name="Techniques">
          <TechniqueLinks techniques={query.techniques} />
        </Fact>
        <Fact name="Entity mappings">
          {query.entityMappings.map(({ entityType, identifier, columnName }) => (
            <span key={columnName} className="block">
              {entityType} / {identifier} = <code className="font-mono text-small">{columnName}</code>
            </span>
          ))}
        </Fact>
        <Fact name="Needs">
          {query.requiredDataConnectors
            .map(({ connectorId, dataTypes }) => `${connectorId} (${dataTypes.join(', ')})`)
            .join(', ')}
        </Fact>
        <Fact name="Published in">
          {query.origin.repository}, <span className="break-all">{query.origin.path}</span> (
          {query.origin.licence})
        </Fact>
      </dl>
      <div className="mt-3 flex items-center justify-between gap-2">
        <h3 className="section-title">The query, as published</h3>
        <CopyButton text={() => query.text}>Copy KQL</CopyButton>
      </div>
      <pre className="mt-2 rounded-control bg-sunken p-3 font-mono text-small leading-5 break-words whitespace-pre-wrap">
        {query.text}
      </pre>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
