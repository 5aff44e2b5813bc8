import 'server-only';
import type { HuntingRow, WorkspaceHuntingAnswer } from '../answers';
import { AppError } from '../errors';
import type { Asked } from '../handle';
import { huntingRows } from '../store/huntingQuery';
import { compareAnswers } from './compare';

/** Rows listed of each kind; all are counted. */
const listed = 200;

/**
 * Runs the published query in a workspace, as the reader or as the application, and compares its rows with those
 * of the records read from there, over the span of the question. Throws `bad-parameter`, `not-found`, `no-access`
 * for a reader who may see a part only, and what the workspace refuses with.
 */
export async function compareWithWorkspace(
  { inbound, reader, scope, clauses, signal }: Asked,
  id: string | null,
): Promise<WorkspaceHuntingAnswer> {
  const { live, store, env } = inbound;
  if (id === null) throw new AppError('bad-parameter', 'workspace is missing: give the id of a workspace.');
  const workspaces = env.source.kind === 'log-analytics' ? env.source.workspaces : [];
  const workspace = workspaces.find((each) => each.id === id.toLowerCase());
  if (live === null || workspace === undefined)
    throw new AppError('not-found', 'No workspace with this id is configured.');
  if (reader.grants !== null)
    throw new AppError(
      'no-access',
      'The query answers with every request of the workspace, of which you may see a part. Ask someone with the role Approvals.Read.',
    );
  const time = clauses.filter((clause) => clause.kind === 'time-range').at(0);
  const range = { from: time?.from ?? null, to: time?.to ?? null };
  const options = { signal, fresh: true };
  const token = live.tokenOf(reader);
  const [there, repeated, here] = await Promise.all([
    live.source.huntingQuery(workspace.id, range, token, options),
    live.source.repeated(workspace.id, range, token, options),
    huntingRows(store, scope, range, workspace.id),
  ]);
  const { same, explained, onlyThere, onlyHere } = compareAnswers(there.rows, here, repeated);
  return {
    workspace: { id: workspace.id, name: workspace.name },
    rowsThere: there.rows.length,
    rowsHere: here.length,
    same,
    explained: first(explained),
    onlyThere: first(onlyThere),
    onlyHere: first(onlyHere),
    partialReason: there.complete ? null : (there.partialReason ?? 'The service did not say why.'),
  };
}

function first(rows: HuntingRow[]): { rows: HuntingRow[]; total: number } {
  return { rows: rows.slice(0, listed), total: rows.length };
}
