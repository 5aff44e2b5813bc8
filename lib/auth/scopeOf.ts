import 'server-only';
import { AppError } from '../errors';
import type { Clause } from '../filter/clause';
import type { Inbound } from '../inbound';
import { unlessAborted } from '../unlessAborted';
import type { Reader } from './reader';
import type { Verdict } from './workspaceGate';

export interface Scope {
  /** They bound what a reader may see; none for a reader who may see everything. */
  clauses: Clause[];
  /** False when requests are hidden that the reader's own Azure access keeps from them: not even their number is told. */
  totalIsKnown: boolean;
  /** Why something is left out, for the reader. */
  warnings: string[];
}

/**
 * What a reader may see: what their role and the scopes file grant, and of that, when workspaces are asked as their
 * readers, what the reader's own token sees too. Throws `workspace-refused` when no workspace is left, and
 * `challenge`, `token-expired` or what else kept the workspaces from being asked, and the signal's reason: a reader who
 * leaves waits no longer, and what was asked for them serves their next question.
 */
export async function scopeOf(reader: Reader, { live }: Inbound, signal: AbortSignal): Promise<Scope> {
  const clauses: Clause[] =
    reader.grants === null ? [] : [{ kind: 'scope', field: 'scope', grants: reader.grants }];
  if (!live?.delegated) return { clauses, totalIsKnown: true, warnings: [] };
  const verdicts = await unlessAborted(live.delegated.verdicts(reader), signal);
  const granted = verdicts.filter(({ verdict }) => verdict.kind === 'granted');
  if (granted.length === verdicts.length) return { clauses, totalIsKnown: true, warnings: [] };
  const warnings = verdicts.flatMap(({ workspace, verdict }) => whyNot(workspace.name, verdict) ?? []);
  if (granted.length === 0) throw refusal(verdicts, warnings);
  const workspaces = granted.map(({ workspace }) => workspace.id);
  return {
    clauses: [...clauses, { kind: 'scope', field: 'scope', grants: [{ packages: null, workspaces }] }],
    totalIsKnown: false,
    warnings,
  };
}

/** What the reader can mend at once comes first: signing in again lets them in, whatever else is wrong. */
function refusal(verdicts: readonly { verdict: Verdict }[], reasons: readonly string[]): AppError {
  const errors = verdicts.flatMap(({ verdict }) => (verdict.kind === 'refused' ? [verdict.error] : []));
  const first =
    errors.find(({ code }) => code === 'challenge' || code === 'token-expired') ??
    (errors.length === verdicts.length ? errors.find(({ code }) => code !== 'workspace-refused') : undefined);
  return first ?? new AppError('workspace-refused', reasons.join(' '));
}

function whyNot(name: string, verdict: Verdict): string | null {
  if (verdict.kind === 'granted') return null;
  if (verdict.kind === 'refused') return `${name} is left out. ${verdict.error.message}`;
  const { days, fewer, syncedAs } = verdict;
  const on = `on ${days} ${days === 1 ? 'day' : 'days'}`;
  return fewer === 0
    ? `${name} is left out for a moment: you see more of it than was synced as ${syncedAs} ${on}, and it is being read again as you. Try again in a minute.`
    : `${name} is left out: your view of it differs from what was synced as ${syncedAs} ${on}, as with access to single tables or rows. Ask its owner for the same access.`;
}
