import { z } from 'zod';
import { canonicalTime } from '@/lib/audit/time';
import { AppError } from '@/lib/errors';
import type { Answered, Row } from './messages';
import type { HuntingRow, Survey } from './workspaceReader';

type Found = Answered & { found: Row[] };

const time = z
  .string()
  .nullable()
  .transform((text) => (text === null || text === '' ? null : canonicalTime(text)));
const count = z.string().regex(/^\d+$/).transform(Number);

const surveyRows = z.array(
  z.discriminatedUnion('Scope', [
    z.object({
      Scope: z.literal('ours'),
      Records: count,
      Oldest: time,
      Newest: time,
      NewestIngested: time,
    }),
    z.object({ Scope: z.literal('category'), Category: z.string(), Records: count, Newest: time }),
  ]),
);

const dayRows = z.array(z.object({ Day: z.iso.date(), Records: count }));

/** Answers leave a fraction of zero away, which records carry: both must say one instant with one text. */
const instant = z
  .string()
  .transform((text) => canonicalTime(text.replace(/(T\d\d:\d\d:\d\d)Z$/, '$1.0Z')) ?? text);
const text = z
  .string()
  .nullable()
  .transform((cell) => cell ?? '');
const huntingRows: z.ZodType<HuntingRow[]> = z.array(
  z.object({
    TimeRequested: instant,
    AccessPackageName: text,
    RequestedBy: text,
    RequestorJustification: text,
    ApprovedTime: instant,
    ApprovedBy: z.string().nullable(),
    ApproverJustification: text,
    CorrelationId: text,
    RequestID: text,
  }),
);

/** Of a workspace without the table. */
export const emptySurvey: Survey = {
  oldest: null,
  newest: null,
  newestIngested: null,
  records: 0,
  categories: [],
  tablePresent: false,
  serverAgeSeconds: null,
  clockAheadSeconds: null,
};

/** Throws `workspace-unavailable` for a partial answer: its counts would be wrong. */
export function surveyFrom(answer: Found): Survey {
  const survey: Survey = {
    ...emptySurvey,
    categories: [],
    serverAgeSeconds: answer.ageSeconds,
    clockAheadSeconds: answer.clockAheadSeconds,
  };
  for (const row of read(surveyRows, whole(answer))) {
    survey.tablePresent = true;
    if (row.Scope === 'category')
      survey.categories.push({ category: row.Category, records: row.Records, newest: row.Newest ?? '' });
    else {
      survey.records = row.Records;
      survey.oldest = row.Oldest;
      survey.newest = row.Newest;
      survey.newestIngested = row.NewestIngested;
    }
  }
  return survey;
}

/** Records by day. Throws `workspace-unavailable` for a partial answer: its counts would be wrong. */
export function countsFrom(answer: Found): Map<string, number> {
  return new Map(read(dayRows, whole(answer)).map(({ Day, Records }) => [Day, Records]));
}

const repeatedRows = z.array(
  z.object({
    CorrelationId: text,
    Targets: text
      .transform((json, context): unknown => {
        try {
          return JSON.parse(json === '' ? '[]' : json);
        } catch {
          context.addIssue({ code: 'custom', message: 'is not JSON' });
          return z.NEVER;
        }
      })
      .pipe(z.array(z.looseObject({ id: text.optional() }))),
  }),
);

/** Throws `workspace-unavailable` for a partial answer: what it leaves out would count as a difference. */
export function repeatedFrom(answer: Found): ReadonlySet<string> {
  const ids = read(repeatedRows, whole(answer)).flatMap(({ CorrelationId, Targets }) => [
    CorrelationId,
    ...Targets.map(({ id }) => id ?? ''),
  ]);
  return new Set(ids.filter((id) => id !== '').map((id) => id.toLowerCase()));
}

export function huntingRowsFrom(answer: Found): {
  rows: HuntingRow[];
  complete: boolean;
  partialReason: string | null;
} {
  const rows = read(huntingRows, answer.found);
  return { rows, complete: answer.partial === null, partialReason: answer.partial };
}

function whole({ partial, found }: Found): Row[] {
  if (partial !== null)
    throw new AppError('workspace-unavailable', `Log Analytics answered in part: ${partial} Try again.`);
  return found;
}

function read<T>(schema: z.ZodType<T>, rows: Row[]): T {
  const parsed = schema.safeParse(rows);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'workspace-unavailable',
    'Log Analytics answered with other columns than asked for. Check LOG_ANALYTICS_ENDPOINT.',
    { cause: parsed.error },
  );
}
