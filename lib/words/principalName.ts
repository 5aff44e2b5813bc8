/** A principal name in two halves: the first may be shortened on screen, the second stays readable. */
export interface PrincipalName {
  start: string;
  end: string;
  guest: boolean;
}

/**
 * Splits a user principal name so that a long one is cut in its middle and its domain stays readable. A guest's
 * name (`user_home.example#EXT#@tenant.example`) is shown up to the marker, with the home domain as its end.
 */
export function splitPrincipalName(name: string): PrincipalName {
  const marker = name.search(/#ext#/i);
  const shown = marker > 0 ? name.slice(0, marker) : name;
  const at = shown.lastIndexOf(marker > 0 ? '_' : '@');
  return {
    start: at > 0 ? shown.slice(0, at) : shown,
    end: at > 0 ? shown.slice(at) : '',
    guest: marker > 0,
  };
}
