import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { actor, details, targets } from '@/lib/audit/dynamic';
import { isObject, parsedJson } from '@/lib/audit/json';
import { isPlainStorage } from '@/lib/source/files/isPlainStorage';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { savePlainFiles } from '@/lib/store/savePlainFiles';
import { storageLines } from './corpus';
import { type Mutation, mutated, mutations } from './mutations';
import { readPieces } from './readings';
import { expectSame, type Surface } from './surface';

interface StorageFile {
  /** Where its lines are taken from, one after another. */
  of: number;
  lines: number;
  damage: Mutation[];
}

/** Two empty stores, and a file that is written again and again. */
export interface Roads {
  surface: Surface<StorageFile>;
  close(): Promise<void>;
}

const corpus = storageLines.map((line) => Buffer.from(`${line}\n`));

/** Storage exports through DuckDB's own reading: what it takes it must read as the reader of lines does. */
export async function plainStorage(): Promise<Roads> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  const file = { path: path.join(folder, 'PT1H.json'), name: 'PT1H.json', bytes: 0, modifiedMs: 0 };
  const [inOneGo, byLines] = [await openStore(null, folder), await openStore(null)];
  return {
    surface: {
      inputs: fc.record({
        of: fc.nat({ max: 10_000 }),
        lines: fc.integer({ min: 1, max: 3 }),
        damage: fc.array(mutations, { maxLength: 3 }),
      }),
      async check({ of, lines, damage }) {
        const text = Buffer.concat(
          Array.from({ length: lines }, (_, at) => new Uint8Array(corpus[(of + at) % corpus.length] ?? [])),
        );
        const bytes = damage.reduce<Buffer>((found, each) => mutated(found, each, corpus), text);
        writeFileSync(file.path, new Uint8Array(bytes));
        if (!(await isPlainStorage(file.path)) || !(await savePlainFiles(inOneGo, [file]))) return 'refused';
        const { records, problems } = await readPieces(bytes);
        expectSame(problems, [], 'what the reader of lines names was read without a word');
        await byLines.write((writer) => saveRecords(writer, records));
        expectSame(await emptied(inOneGo), await emptied(byLines), 'the roads give other records');
        return 'accepted';
      },
    },
    async close() {
      await Promise.all([inOneGo.close(), byLines.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** What every record says, in one spelling, in any order; the store holds none afterwards. */
async function emptied(store: Store): Promise<string[]> {
  const rows = await store.write(async (writer) => {
    const found = await writer.all<Record<string, unknown>>(
      'SELECT * EXCLUDE (tenant, key, print, print_cut) FROM records',
    );
    await writer.run('DELETE FROM records');
    return found;
  });
  return rows.map((row) => JSON.stringify(inOneSpelling(row))).sort();
}

function inOneSpelling(row: Record<string, unknown>): Record<string, unknown> {
  return {
    ...row,
    // Without an Id a record is known by a digest of its text, which each road spells in its own way.
    rid: String(row.rid).replace(/^content:.*/, 'content'),
    initiated_by: actor(row.initiated_by).value,
    target_resources: filled(targets(row.target_resources).value),
    additional_details: filled(details(row.additional_details).value),
    further: sorted(parsedJson(row.further)),
  };
}

/** No list and an empty one say the same of a record that the other road keeps nothing of. */
function filled(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : value;
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== '');
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}
