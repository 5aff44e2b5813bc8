import { Fragment } from 'react';
import { ExternalLink } from './ExternalLink';

/** MITRE ATT&CK techniques, each leading to its page; an id of another form stays text. */
export function TechniqueLinks({ techniques }: { techniques: readonly string[] }) {
  return techniques.map((technique, place) => {
    const address = techniqueAddress(technique);
    return (
      <Fragment key={technique}>
        {place === 0 ? null : ', '}
        {address === null ? technique : <ExternalLink href={address}>{technique}</ExternalLink>}
      </Fragment>
    );
  });
}

/** The page of a technique or sub-technique at MITRE; null unless the id has the form T1078 or T1078.004. */
function techniqueAddress(technique: string): string | null {
  const [, parent, part] = /^(T\d{4})(?:\.(\d{3}))?$/.exec(technique) ?? [];
  if (parent === undefined) return null;
  return `https://attack.mitre.org/techniques/${parent}/${part === undefined ? '' : `${part}/`}`;
}
