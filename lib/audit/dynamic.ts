import { isObject, parsedJson, parsedOnce } from './json';

type Fields = Record<string, unknown>;

/** What one of the three dynamic columns held: its canonical value, and what did not fit, kept as it came. */
export interface Dynamic {
  value: Fields | Fields[] | null;
  /** Undefined when everything fitted. */
  misfit: unknown;
}

const actorKeys = 'user app'.split(' ');
const userKeys =
  'id displayName userPrincipalName ipAddress userType homeTenantId homeTenantName roles'.split(' ');
const appKeys = 'appId displayName servicePrincipalId servicePrincipalName'.split(' ');
const targetKeys =
  'id displayName type userPrincipalName groupType modifiedProperties administrativeUnits'.split(' ');
const propertyKeys = 'displayName oldValue newValue'.split(' ');
const detailKeys = 'key value'.split(' ');

/** `InitiatedBy` as `{ user }` or `{ app }`: Graph's null counterpart and its null fields are left out. */
export function actor(column: unknown): Dynamic {
  const parsed = parsedJson(column);
  const single = Array.isArray(parsed) && parsed.length === 1 ? parsed[0] : parsed;
  if (!isObject(single)) return { value: null, misfit: single ?? undefined };
  const value = canonical(single, actorKeys);
  for (const [key, keys] of [
    ['user', userKeys],
    ['app', appKeys],
  ] as const) {
    const who = value[key];
    if (who === undefined) continue;
    if (!isObject(who)) return { value: null, misfit: single };
    const fields = canonical(who, keys);
    if (isEmpty(fields)) delete value[key];
    else value[key] = fields;
  }
  return { value: isEmpty(value) ? null : value, misfit: undefined };
}

/** `TargetResources` as an array of objects, in the order of the log. */
export function targets(column: unknown): Dynamic {
  return objects(column, (element) => {
    const target = canonical(element, targetKeys);
    if (target.modifiedProperties === undefined) return target;
    const properties = objects(target.modifiedProperties, modifiedProperty);
    if (properties.misfit === undefined) target.modifiedProperties = properties.value;
    return target;
  });
}

/** `AdditionalDetails` as an array of `{ key, value }`; a key without a value has the value null. */
export function details(column: unknown): Dynamic {
  return objects(column, (element) => {
    const detail = canonical(element, detailKeys);
    if (detail.key !== undefined && detail.value === undefined) detail.value = null;
    return detail;
  });
}

/** Old and new values are JSON inside a string: `"\"False\""` is the text `False`, `"[true]"` stays text. */
function modifiedProperty(element: Fields): Fields {
  const property = canonical(element, propertyKeys);
  if (property.oldValue !== undefined) property.oldValue = innerText(property.oldValue);
  if (property.newValue !== undefined) property.newValue = innerText(property.newValue);
  return property;
}

function innerText(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('"')) return value;
  const inner = parsedOnce(value);
  return typeof inner === 'string' ? inner : value;
}

/** An array of objects; one object stands for an array of one, and elements may be objects as JSON text. */
function objects(column: unknown, each: (element: Fields) => Fields): Dynamic {
  const parsed = parsedJson(column);
  if (parsed === null || parsed === undefined) return { value: null, misfit: undefined };
  if (isObject(parsed)) return { value: isEmpty(parsed) ? null : [each(parsed)], misfit: undefined };
  if (!Array.isArray(parsed)) return { value: null, misfit: parsed };
  const value: Fields[] = [];
  const misfits: unknown[] = [];
  for (const raw of parsed) {
    const element = parsedJson(raw);
    if (isObject(element)) value.push(each(element));
    else if (element !== null) misfits.push(raw);
  }
  return { value, misfit: misfits.length > 0 ? misfits : undefined };
}

/**
 * The object with its known keys first, spelled and ordered as `keys`, then the others as they came. Nulls and
 * empty lists are left out: one wrapper writes them, another does not, and they say the same.
 */
function canonical(source: Fields, keys: readonly string[]): Fields {
  const result: Fields = {};
  let exact = 0;
  for (const key of keys) {
    if (!Object.hasOwn(source, key)) continue;
    exact++;
    if (isFilled(source[key])) result[key] = source[key];
  }
  const names = Object.keys(source);
  return names.length === exact ? result : withOtherSpellings(source, names, keys, result);
}

function withOtherSpellings(
  source: Fields,
  names: readonly string[],
  keys: readonly string[],
  exact: Fields,
): Fields {
  const found = new Map(Object.entries(exact));
  const others: [string, unknown][] = [];
  for (const name of names) {
    if (keys.includes(name) || !isFilled(source[name])) continue;
    const key = keys.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (key === undefined || found.has(key)) others.push([name, source[name]]);
    else found.set(key, source[name]);
  }
  const known = keys.flatMap((key): [string, unknown][] => (found.has(key) ? [[key, found.get(key)]] : []));
  return Object.fromEntries([...known, ...others]);
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function isEmpty(value: Fields): boolean {
  return Object.keys(value).length === 0;
}
