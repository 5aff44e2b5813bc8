/** Arrays of objects, filtered and counted as a script would. */
import { tookBounds } from '@/lib/summary';
import { counted, dayMs, pageSize } from '../payload';
import { keeps, race } from './engine';

await race((rows) => (asked) => {
  const found = rows.filter(keeps(asked));
  found.toSorted((a, b) => b.at - a.at).slice(0, pageSize);
  const facets = counted.map((field) => {
    const counts = new Map<string, number>();
    for (const row of found) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
    return counts;
  });
  const bars = new Map<number, number>();
  const days = new Map<number, number>();
  for (const { took, at } of found) {
    if (took !== null) {
      const bar = tookBounds.findLastIndex((bound) => bound <= took);
      bars.set(bar, (bars.get(bar) ?? 0) + 1);
    }
    const day = Math.floor(at / dayMs);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  if (facets.length + bars.size + days.size === 0) throw new Error('nothing was counted');
  return found.length;
});
