import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Access } from '../access';
import type { ManifestAnswer } from '../answers';
import { thresholds } from '../checks/thresholds';
import type { Coverage } from '../coverage';
import { AppError } from '../errors';
import { hiddenAs, ruleClauses } from '../exclusions';
import { sentence } from '../filter/describe';
import { freeze } from '../filter/edit';
import { toParams } from '../filter/toParams';
import { defaultView } from '../filter/view';
import type { Asked } from '../handle';
import { log } from '../log';
import { placedByFirstRecord } from '../placed';
import { coverageOf } from '../report';
import { namesOf } from '../store/rows';
import { streamRequests } from '../store/stream';
import { beginExport, endExport } from './exports';
import { type FileKind, fileFormat, fileName } from './file';
import { sending } from './send';
import { takeSlot } from './slots';

/**
 * Every request of the filter as a file. The manifest is at `/api/export/{x-export-id}` once the file has ended. It
 * begins when fewer others run than may; throws `exports-busy` when too many wait for that.
 */
export async function exportAnswer(asked: Asked, _path: object, access: Access): Promise<Response> {
  const kind = fileKind(asked);
  const { inbound, reader, view, clauses, now } = asked;
  const giveBack = await takeSlot(reader.id, asked.signal);
  const id = randomUUID();
  const file = fileName(kind.format, now);
  const format = fileFormat(kind);
  const filter = freeze(view.filter, now);
  beginExport(id, reader.id);
  try {
    const stream = await streamRequests(inbound.store, clauses, view.sort);
    try {
      const [coverage, names, hides] = await Promise.all([
        coverageOf(inbound, asked.scope),
        namesOf(inbound.store, clauses),
        stream.hidden(ruleClauses(asked)),
      ]);
      const about = {
        file,
        format: kind.format,
        content: kind.content,
        filter: sentence(filter, { names, timeZone: 'UTC' }),
        parameters: toParams({
          ...defaultView,
          filter,
          sort: view.sort,
          columns: kind.columns,
          rules: view.rules,
        }).toString(),
        hidden: hiddenAs(asked, hides),
        thresholds: thresholds.version,
        timeZone: 'UTC',
        columns: format.columns,
        startedAt: now,
        coverage,
        warnings: [
          ...asked.warnings,
          ...lacking(coverage, asked.scope.length > 0),
          ...placedByFirstRecord(clauses, view.sort, stream.counts),
        ],
      } satisfies Partial<ManifestAnswer>;
      const body = sending({
        format,
        rows: stream.rows(),
        total: stream.counts.total,
        signal: asked.signal,
        async ended(end) {
          if (end instanceof Error) {
            const isOurs = end instanceof AppError;
            if (isOurs)
              log.info({ exportId: id, reader: reader.id, reason: end.message }, 'an export broke off');
            else log.warn({ exportId: id, reader: reader.id, err: end }, 'an export broke off');
            const why = isOurs ? end.message : 'The cause is in the server log.';
            endExport(id, `This export broke off. ${why} What arrived is not whole.`);
          } else {
            log.info(
              { exportId: id, reader: reader.id, rows: end.rows, bytes: end.bytes },
              'an export was sent',
            );
            endExport(id, { ...about, ...end, finishedAt: new Date().toISOString() });
          }
          await stream.close();
          giveBack();
        },
      });
      access.rows = stream.counts.total;
      access.exportId = id;
      return new Response(body, {
        headers: {
          'content-type': format.contentType,
          'content-disposition': `attachment; filename="${file}"`,
          'cache-control': 'no-store',
          'x-export-id': id,
          'x-row-count': String(stream.counts.total),
        },
      });
    } catch (error) {
      await stream.close();
      throw error;
    }
  } catch (error) {
    endExport(id, 'This export could not begin.');
    giveBack();
    throw error;
  }
}

const parameters = z.object({
  format: z.enum(['csv', 'ndjson'], 'format is csv or ndjson, given once.'),
  content: z.enum(['view', 'record'], 'content is view or record, given once.').default('record'),
});

/** What file is asked for; without `content`, the full record. Throws `bad-parameter`. */
function fileKind({ params, view }: Asked): FileKind {
  const given = (name: string) => (params.has(name) ? params.getAll(name).join() : undefined);
  const read = parameters.safeParse({ format: given('format'), content: given('content') });
  if (!read.success)
    throw new AppError('bad-parameter', read.error.issues.map(({ message }) => message).join(' '));
  const { format, content } = read.data;
  if (content === 'record' && params.has('columns'))
    throw new AppError(
      'bad-parameter',
      'columns has no effect: the full record has every field. Leave it out, or ask for content=view.',
    );
  return { format, content, columns: content === 'view' ? view.columns : defaultView.columns };
}

/** What the file cannot hold, in sentences. */
function lacking({ state, problems }: Coverage, scoped: boolean): string[] {
  return [
    ...(state === 'loading' ? ['The audit records were still being read: rows may be missing.'] : []),
    ...(state === 'failed' ? ['Reading the audit records had failed: rows may be missing.'] : []),
    ...(state === 'empty' ? ['No audit record could be read.'] : []),
    ...(problems > 0 ? [`${problems} problems of the input are listed on the coverage page.`] : []),
    ...(scoped ? ['The reader may see a part of the requests only; the file holds that part.'] : []),
  ];
}
