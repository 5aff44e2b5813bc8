import type { CsvLayout } from './csv';
import { distinctNames } from './names';

/** The cell of a row under a canonical column name; undefined when it is empty or there is no such column. */
type Read = (name: string) => string | undefined;

const targetFields = ['type', 'displayname', 'objectid', 'userprincipalname'];
const propertyFields = ['name', 'oldvalue', 'newvalue'];
const [mostTargets, mostProperties, mostDetails] = [3, 5, 6];

/** The columns of the Microsoft Entra admin center's "Download CSV", in its order. */
const standard = [
  'dateutc correlationid service category activity result resultreason useragent'.split(' '),
  'actortype actordisplayname'.split(' '),
  'actorobjectid actoruserprincipalname ipaddress actorhometenantid actorhometenantname'.split(' '),
  'actorserviceprincipalid actorserviceprincipalname'.split(' '),
  numbers(mostTargets).flatMap((target) => [
    ...targetFields.map((field) => `target${target}${field}`),
    ...numbers(mostProperties).flatMap((property) =>
      propertyFields.map((field) => `target${target}modifiedproperty${property}${field}`),
    ),
  ]),
  numbers(mostDetails).flatMap((detail) => [
    `additionaldetail${detail}key`,
    `additionaldetail${detail}value`,
  ]),
].flat();

/** What a row's value has under names of its own; a further column that is titled so is told apart. */
const ours = [
  'activityDateTime activityDisplayName correlationId loggedByService category result'.split(' '),
  'resultReason userAgent actorType initiatedBy callerIpAddress targetResources additionalDetails'.split(' '),
].flat();

/** Spanish words of translated headers, longer ones before the words they contain. */
const translations: readonly [RegExp, string][] = [
  [/^fecha/, 'date'],
  [/^date(?:time)?$/, 'dateutc'],
  [/^id(?:de)?correlacion$/, 'correlationid'],
  [/^(?:motivo|razon)delresultado$/, 'resultreason'],
  [/^agentedeusuario$/, 'useragent'],
  [/^direccionip$/, 'ipaddress'],
  [/^tipodeactor$/, 'actortype'],
  [/^servicio$/, 'service'],
  [/^categoria$/, 'category'],
  [/^actividad$/, 'activity'],
  [/^resultado$/, 'result'],
  [/^(?:objetivo|destino)/, 'target'],
  [/^detalle(?:s)?adicional(?:es)?/, 'additionaldetail'],
  [/propiedadmodificada/, 'modifiedproperty'],
  [/nombreprincipaldel?usuario/, 'userprincipalname'],
  [/nombreparamostrar/, 'displayname'],
  [/iddel?objeto/, 'objectid'],
  [/(?:valoranterior|valorantiguo|antiguovalor)$/, 'oldvalue'],
  [/(?:nuevovalor|valornuevo)$/, 'newvalue'],
  [/tipo$/, 'type'],
  [/nombre$/, 'name'],
  [/clave$/, 'key'],
  [/valor$/, 'value'],
];

/**
 * How to read the rows under this header of the portal's CSV; null when it is another kind of table. Headers
 * match without regard to case, blanks and accents, in English or Spanish. A header as long as the portal's own,
 * with no known title in another place, is read by position, so that any language will do.
 */
export function portalCsv(header: readonly string[]): CsvLayout | null {
  const known = new Set(standard);
  const named = header.map(canonicalName);
  const contradicts = named.some((name, place) => known.has(name) && name !== standard[place]);
  const names = header.length === standard.length && !contradicts ? standard : named;
  const places = firstPlaces(names);
  if (!places.has('activity') || !places.has('dateutc')) return null;
  const titles = firstPlaces(header);
  const columns = header.map((title, place) => {
    const name = names[place] ?? '';
    if (known.has(name)) return { title, place, isKnown: true, repeats: places.get(name) !== place };
    return { title, place, isKnown: false, repeats: titles.get(title) !== place || ours.includes(title) };
  });
  const others = columns.filter(({ isKnown, repeats }) => !isKnown && !repeats);
  const repeated = columns.filter(({ repeats }) => repeats);
  const apart = distinctNames(
    repeated.map(({ title }) => title),
    [...ours, ...header],
  );
  return {
    repeated: [...new Set(repeated.map(({ title }) => title))],
    read(cells) {
      const read: Read = (name) => cells[places.get(name) ?? -1] || undefined;
      const targets = numbers(mostTargets).map((number) => targetOf(number, read));
      const details = numbers(mostDetails).map((number) => detailOf(number, read));
      return {
        value: {
          ...Object.fromEntries(others.map(({ title, place }) => [title, cells[place] || undefined])),
          activityDateTime: read('dateutc'),
          activityDisplayName: read('activity'),
          correlationId: read('correlationid'),
          loggedByService: read('service'),
          category: read('category'),
          result: read('result'),
          resultReason: read('resultreason'),
          userAgent: read('useragent'),
          actorType: read('actortype'),
          ...actorOf(read),
          targetResources: targets.filter((target) => target !== null),
          additionalDetails: details.filter((detail) => detail !== null),
          ...Object.fromEntries(repeated.map(({ place }, at) => [apart[at], cells[place] || undefined])),
        },
        cut: { targets: targets.at(-1) !== null, details: details.at(-1) !== null },
      };
    },
  };
}

/** Where each name comes first. */
function firstPlaces(names: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place);
  return places;
}

function canonicalName(title: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return translations.reduce((name, [spanish, english]) => name.replace(spanish, english), plain);
}

function actorOf(read: Read): Record<string, unknown> {
  const displayName = read('actordisplayname');
  const servicePrincipalId = read('actorserviceprincipalid');
  const servicePrincipalName = read('actorserviceprincipalname');
  const isApp =
    servicePrincipalId || servicePrincipalName || /app|serviceprincipal/i.test(read('actortype') ?? '');
  if (isApp) {
    const id = servicePrincipalId ?? read('actorobjectid');
    const app = { displayName, servicePrincipalId: id, servicePrincipalName };
    return { initiatedBy: { app }, callerIpAddress: read('ipaddress') };
  }
  const user = {
    id: read('actorobjectid'),
    displayName,
    userPrincipalName: read('actoruserprincipalname'),
    ipAddress: read('ipaddress'),
    homeTenantId: read('actorhometenantid'),
    homeTenantName: read('actorhometenantname'),
  };
  return { initiatedBy: { user } };
}

function targetOf(number: number, read: Read): Record<string, unknown> | null {
  const modifiedProperties = numbers(mostProperties)
    .map((property) => propertyOf(`target${number}modifiedproperty${property}`, read))
    .filter((property) => property !== null);
  const [type, displayName, id, userPrincipalName] = targetFields.map((field) =>
    read(`target${number}${field}`),
  );
  const isFilled = id || displayName || type || userPrincipalName || modifiedProperties.length > 0;
  return isFilled ? { id, displayName, type, userPrincipalName, modifiedProperties } : null;
}

function propertyOf(prefix: string, read: Read): Record<string, unknown> | null {
  const [displayName, oldValue, newValue] = propertyFields.map((field) => read(prefix + field));
  return displayName || oldValue || newValue ? { displayName, oldValue, newValue } : null;
}

function detailOf(number: number, read: Read): Record<string, unknown> | null {
  const key = read(`additionaldetail${number}key`);
  const value = read(`additionaldetail${number}value`);
  return key || value ? { key: key ?? '', value: value ?? '' } : null;
}

function numbers(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}
