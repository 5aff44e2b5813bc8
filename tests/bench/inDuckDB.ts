/**
 * In a process of its own over a store file (first argument), with rounds and frequent objects as the peers: DuckDB's
 * bare scan for each filter, and the product's own questions answered by DuckDB alone, without the columns in memory.
 */
import { z } from 'zod';
import type { Clause } from '@/lib/filter/clause';
import { toClauses } from '@/lib/filter/clauses';
import { acceptedBy } from '@/lib/filter/params';
import { parseApi } from '@/lib/filter/parse';
import { openStore } from '@/lib/store/open';
import { where } from '@/lib/store/where';
import { type Kind, kinds, narrowing, parametersOf } from './mix';
import { type Times, timed } from './times';

const [, , file = '', rounds = '', chosen = ''] = process.argv;
const frequent = z
  .object({ packages: z.array(z.string()), approvers: z.array(z.string()) })
  .parse(JSON.parse(chosen));
const store = await openStore(file);

/** Counts what matches and its times to approve: the least that a statement can do for a filter. */
async function bareScan(clauses: readonly Clause[]): Promise<number> {
  const { sql, bindings } = where(clauses);
  const [found] = await store.all<{ n: number }>(
    `SELECT count(*)::DOUBLE AS n, count(r.took) AS took FROM requests r WHERE ${sql}`,
    bindings,
  );
  return found?.n ?? 0;
}

const times = Object.fromEntries(kinds.map((kind): [Kind, Times] => [kind, []]));
const matched: Record<string, number> = {};
for (let round = -1; round < Number(rounds); round++)
  for (const kind of kinds) {
    const { view, problems } = parseApi(
      parametersOf(narrowing(kind, Math.max(round, 0), frequent)),
      acceptedBy.summary,
    );
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
    const clauses = toClauses(view.filter, new Date().toISOString());
    const took = await timed(async () => {
      const found = await bareScan(clauses);
      if (round === 0) matched[kind] = found;
    });
    if (round >= 0) times[kind]?.push(took);
  }
await store.close();
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ times, matched, peakMb }));
process.exit(0);
