/**
 * One audit record in the columns of the Log Analytics table `AuditLogs`, whatever wrapper it came in.
 *
 * Times are UTC ISO 8601 text as `canonicalTime` writes it. The three dynamic columns are JSON text with
 * lower-camel keys: an object for `initiatedBy`, arrays for the other two; null where the export had none.
 */
export interface AuditRecord {
  /** The record's own `Id`; null where the export carries none. */
  id: string | null;
  /** `AADTenantId`: the Entra tenant, never the workspace. */
  tenant: string | null;
  timeGenerated: string | null;
  activityDateTime: string | null;
  operationName: string;
  operationType: string | null;
  category: string | null;
  loggedByService: string | null;
  result: string | null;
  resultReason: string | null;
  identity: string | null;
  correlationId: string | null;
  /** The storage envelope's `callerIpAddress`; a fallback where the actor carries no address. */
  callerIp: string | null;
  initiatedBy: string | null;
  targetResources: string | null;
  additionalDetails: string | null;
  /** When the record became queryable in Log Analytics (`ingestion_time()`); null from any export. */
  ingestedAt: string | null;
  /** Ids of the Log Analytics workspaces it was read from, joined by commas; null from any export. */
  workspaces: string | null;
  /** Every further column as it came, one JSON object as text. */
  further: string | null;
  /** True when the export may have cut targets off (portal CSV with its third target filled). */
  targetsCut: boolean;
  /** True when the export may have cut details off (portal CSV with its sixth detail filled). */
  detailsCut: boolean;
}

/** Something in the input that could not be used; the rest of the input still loads. */
export interface Problem {
  code:
    | 'path-missing'
    | 'path-unreadable'
    | 'folder-empty'
    | 'not-an-export'
    | 'line-unreadable'
    | 'record-unusable'
    | 'column-repeated'
    | 'file-cut-off';
  /** Path relative to the folder given, or the path itself. */
  file: string;
  /** One-based line of the file (of the decompressed text for .gz); null when the whole file is meant. */
  line: number | null;
  /** A sentence that names what is wrong and the mend. */
  message: string;
}
