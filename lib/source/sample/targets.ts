/** JSON text of one entry of `targetResources`. */
export type Target = string;

/** One entry of `modifiedProperties`: plain values, which the log writes as JSON inside a string. */
export type Change = readonly [property: string, before: string | null, after: string | null];

export function target(
  type: string,
  id: string,
  displayName: string | null,
  changes: readonly Change[] = [],
): Target {
  return `{"id":"${id}","displayName":${JSON.stringify(displayName)},"type":"${type}",${rest(changes)}`;
}

export function userTarget(
  id: string,
  displayName: string,
  userPrincipalName: string,
  changes: readonly Change[] = [],
): Target {
  const name = JSON.stringify(userPrincipalName);
  return `{"id":"${id}","displayName":${JSON.stringify(displayName)},"type":"User","userPrincipalName":${name},${rest(changes)}`;
}

export function groupTarget(id: string, changes: readonly Change[] = []): Target {
  return `{"id":"${id}","displayName":null,"type":"Group","groupType":"azureAD",${rest(changes)}`;
}

function rest(changes: readonly Change[]): string {
  const properties = changes.map(
    ([name, before, after]) =>
      `{"displayName":${JSON.stringify(name)},"oldValue":${inner(before)},"newValue":${inner(after)}}`,
  );
  return `"modifiedProperties":[${properties.join(',')}],"administrativeUnits":[]}`;
}

/** Text becomes JSON text, as in `"\"False\""`; a value that already is a JSON list stays one. */
function inner(value: string | null): string {
  if (value === null) return 'null';
  return JSON.stringify(value.startsWith('[') ? value : JSON.stringify(value));
}
