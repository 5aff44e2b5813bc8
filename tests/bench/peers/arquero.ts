/** arquero: a columnar table in JavaScript, asked with its own verbs. */
import { desc, from, op, escape as plain } from 'arquero';
import { tookBounds } from '@/lib/summary';
import { counted, dayMs, type PayloadRow, pageSize } from '../payload';
import { keeps, race } from './engine';

await race((rows) => {
  const bars = rows.map(({ took, at, ...row }) => ({
    ...row,
    took,
    at,
    bar: took === null ? -2 : tookBounds.findLastIndex((bound) => bound <= took),
    day: Math.floor(at / dayMs),
  }));
  const table = from(bars);
  return (asked) => {
    const keep = keeps(asked);
    const found = table.filter(plain((row: PayloadRow) => keep(row)));
    found.orderby(desc('at')).slice(0, pageSize).objects();
    const told = [...counted, 'bar', 'day'].map((field) =>
      found
        .groupby(field)
        .rollup({ n: () => op.count() })
        .objects(),
    );
    if (told.length === 0) throw new Error('nothing was counted');
    return found.numRows();
  };
});
