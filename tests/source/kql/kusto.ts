/// <reference path="../../../node_modules/@kusto/language-service-next/bridge.d.ts" />
/// <reference path="../../../node_modules/@kusto/language-service-next/Kusto.Language.Bridge.d.ts" />
import '@kusto/language-service-next/bridge.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.js';

const { Symbols, GlobalState, KustoCode, Syntax } = Kusto.Language;

/** The table `AuditLogs` as Microsoft's reference lists its columns, with the workspace's own `TenantId`. */
const columns = `(AADOperationType: string, AADTenantId: string,
  ActivityDateTime: datetime, ActivityDisplayName: string, AdditionalDetails: dynamic, _BilledSize: real,
  Category: string, CorrelationId: string, DurationMs: long, Id: string, Identity: string, InitiatedBy: dynamic,
  _IsBillable: string, Level: string, Location: string, LoggedByService: string, OperationName: string,
  OperationVersion: string, Resource: string, ResourceGroup: string, ResourceId: string, ResourceProvider: string,
  Result: string, ResultDescription: string, ResultReason: string, ResultSignature: string, ResultType: string,
  SourceSystem: string, TargetResources: dynamic, TenantId: string, TimeGenerated: datetime, Type: string)`;

function workspace() {
  const table = Symbols.TableSymbol.From(columns)?.WithName('AuditLogs');
  if (!table) throw new Error('The parser did not take the schema.');
  return GlobalState.Default?.WithDatabase(new Symbols.DatabaseSymbol.ctor('workspace', [table])) ?? null;
}

const globals = workspace();

/** What Microsoft's own parser says against a KQL text over a workspace, each with the text it is about. */
export function complaints(text: string): string[] {
  const found = KustoCode.ParseAndAnalyze(text, globals)?.GetDiagnostics();
  if (!found) throw new Error('The parser did not take the text.');
  return Array.from({ length: found.Count }, (_, at) => {
    const one = found.getItem(at);
    return `${one?.Message}: ${text.slice(one?.Start, (one?.Start ?? 0) + (one?.Length ?? 0))}`;
  });
}

/** The values of all literals in an expression, in order, as Microsoft's own parser reads them. */
export function literals(expression: string): unknown[] {
  const values: unknown[] = [];
  const root = KustoCode.Parse(expression)?.Syntax ?? null;
  Syntax.SyntaxElement.WalkNodes(root, (node) => {
    if (node instanceof Syntax.LiteralExpression) values.push(node.LiteralValue);
  });
  return values;
}
