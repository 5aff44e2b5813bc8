import { isObject, parsedJson } from './json';

/** What a column of an export holds, whatever the wrapper calls it. */
export type Column =
  | 'id'
  | 'tenant'
  | 'originalTime'
  | 'timeGenerated'
  | 'activityDateTime'
  | 'operationName'
  | 'operationType'
  | 'category'
  | 'loggedByService'
  | 'result'
  | 'resultReason'
  | 'identity'
  | 'correlationId'
  | 'callerIp'
  | 'resourceId'
  | 'initiatedBy'
  | 'targetResources'
  | 'additionalDetails';

/** What a name stands for: a column, something of the envelope, or nothing that this product reads. */
type Meaning = Column | 'properties' | 'tenantId' | 'further';

/** Names of the Log Analytics table, the storage envelope and Graph, in lower case. */
const meaningOf = new Map<string, Meaning>([
  ['id', 'id'],
  ['aadtenantid', 'tenant'],
  ['tenantid', 'tenantId'],
  ['_originaltimegenerated', 'originalTime'],
  ['timegenerated', 'timeGenerated'],
  ['time', 'timeGenerated'],
  ['activitydatetime', 'activityDateTime'],
  ['operationname', 'operationName'],
  ['activitydisplayname', 'operationName'],
  ['aadoperationtype', 'operationType'],
  ['operationtype', 'operationType'],
  ['category', 'category'],
  ['loggedbyservice', 'loggedByService'],
  ['result', 'result'],
  ['resultreason', 'resultReason'],
  ['identity', 'identity'],
  ['correlationid', 'correlationId'],
  ['calleripaddress', 'callerIp'],
  ['resourceid', 'resourceId'],
  ['initiatedby', 'initiatedBy'],
  ['targetresources', 'targetResources'],
  ['additionaldetails', 'additionalDetails'],
  ['properties', 'properties'],
]);

/** Meanings of the spellings met so far; bounded, since an export may hold any number of names. */
const spellings = new Map<string, Meaning>();
const mostSpellings = 1_000;

/** The columns of one value, found by name in any case, and every further column as it came. */
export class Columns {
  readonly #found = new Map<Column, { name: string; value: unknown }>();
  /** Without a prototype, so that a column named `__proto__` is one like any other. */
  readonly #further: Record<string, unknown> = Object.create(null);

  /** Unwraps a storage or event-hub envelope: what its `properties` say comes first. */
  constructor(source: Record<string, unknown>) {
    const name = Object.keys(source).find((key) => meaning(key) === 'properties');
    const properties = name === undefined ? undefined : parsedJson(source[name]);
    if (name === undefined || !isObject(properties) || !Object.keys(properties).some(isColumn)) {
      this.#addAll(source, undefined, false);
      return;
    }
    this.#addAll(properties, undefined, false);
    this.#addAll(source, name, true);
  }

  get(column: Column): unknown {
    return this.#found.get(column)?.value;
  }

  /** Keeps a value that its column cannot hold among the further columns, under the name it came with. */
  keep(column: Column, value: unknown): void {
    this.#keep(this.#found.get(column)?.name ?? column, value);
  }

  /** Every further column; null when there are none. */
  further(): Record<string, unknown> | null {
    return Object.keys(this.#further).length === 0 ? null : this.#further;
  }

  #addAll(source: Record<string, unknown>, except: string | undefined, isEnvelope: boolean): void {
    for (const name of Object.keys(source)) {
      const value = source[name];
      if (name === except || value === null || value === undefined) continue;
      const column = columnOf(meaning(name), isEnvelope);
      if (column === null) this.#keep(name, value);
      // The envelope's own category is the name of the log.
      else if (value !== '' && !(isEnvelope && column === 'category' && value === 'AuditLogs')) {
        this.#add(column, name, value);
      }
    }
  }

  #add(column: Column, name: string, value: unknown): void {
    const found = this.#found.get(column);
    if (found === undefined) this.#found.set(column, { name, value });
    else if (found.value !== value) this.#keep(name, value);
  }

  #keep(name: string, value: unknown): void {
    if (name in this.#further && this.#further[name] !== value) this.#keep(`${name}'`, value);
    else this.#further[name] = value;
  }
}

/** True for an object that says itself what happened and when, so that a list in it is one of its columns. */
export function isRecord(value: Record<string, unknown>): boolean {
  const columns = new Columns(value);
  const says = (column: Column) => {
    const said = columns.get(column);
    return typeof said === 'string' && said.trim() !== '';
  };
  return says('operationName') && times.some(says);
}

const times: readonly Column[] = ['timeGenerated', 'activityDateTime', 'originalTime'];

function isColumn(name: string): boolean {
  return columnOf(meaning(name), true) !== null;
}

/** Only the envelope's `tenantId` is the Entra tenant: the table's `TenantId` is the workspace. */
function columnOf(found: Meaning, isEnvelope: boolean): Column | null {
  if (found === 'tenantId') return isEnvelope ? 'tenant' : null;
  return found === 'further' || found === 'properties' ? null : found;
}

function meaning(name: string): Meaning {
  const known = spellings.get(name);
  if (known !== undefined) return known;
  const found = meaningOf.get(name.toLowerCase()) ?? 'further';
  if (spellings.size < mostSpellings) spellings.set(name, found);
  return found;
}
