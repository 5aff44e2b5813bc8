import 'server-only';
import { z } from 'zod';
import { AppError } from '../errors';
import type { Store, Writer } from './open';

const span = z.object({ from: z.number(), to: z.number() });

/** A span of time in epoch milliseconds: `from <= t < to`. */
export type Span = z.infer<typeof span>;

/** A span of `TimeGenerated` whose records the workspace would not give, and its words for that. */
const gap = span.extend({ reason: z.string() });

const survey = z.object({
  at: z.number(),
  /** Where the survey began to look. */
  from: z.number(),
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  newestIngested: z.string().nullable(),
  tablePresent: z.boolean(),
  categories: z.array(z.object({ category: z.string(), records: z.number(), newest: z.string() })),
});

/** Its shape is part of the store's version. */
export const syncState = z.object({
  /** When the first reading began; records that arrived later are read by their time of arrival. */
  anchor: z.number(),
  /** Every record that arrived before this was asked for. */
  watermark: z.number(),
  /** Spans of `TimeGenerated` that were read whole, oldest first, none touching another. */
  covered: z.array(span),
  gaps: z.array(gap),
  /** Deliveries kept; a record that came twice with other times counts twice. */
  records: z.number(),
  /** Rows that are no audit record; one that was read twice counts twice. */
  unusable: z.number(),
  survey: survey.nullable(),
  /** Under whose token it was read last: a reader, or the application itself, whose id is null. */
  syncedAs: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  lastSync: z.number().nullable(),
  failure: z.object({ code: z.string(), message: z.string(), at: z.number() }).nullable(),
});

/** Where the reading of one workspace stands; times are epoch milliseconds, those of the survey UTC ISO 8601. */
export type SyncState = z.infer<typeof syncState>;

/**
 * The state kept for a workspace; null when there is none. Throws `store-unavailable` for one that cannot be read:
 * without it nobody could tell under whose token the records were read.
 */
export async function syncStateOf(store: Store, workspace: string): Promise<SyncState | null> {
  const [found] = await store.all<{ state: string }>('SELECT state FROM sync WHERE workspace = $workspace', {
    workspace,
  });
  if (found === undefined) return null;
  const read = syncState.safeParse(JSON.parse(found.state));
  if (read.success) return read.data;
  throw new AppError(
    'store-unavailable',
    `The store does not say how far workspace ${workspace} was read. Remove its file from DATA_DIR: it is filled again from the workspace.`,
    { cause: read.error },
  );
}

/** Keeps the state, in the transaction that keeps what it tells of. */
export async function keepSyncState(writer: Writer, workspace: string, state: SyncState): Promise<void> {
  await writer.run('DELETE FROM sync WHERE workspace = $workspace', { workspace });
  await writer.run('INSERT INTO sync VALUES ($workspace, $state)', {
    workspace,
    state: JSON.stringify(state),
  });
}
