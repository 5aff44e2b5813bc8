/** crossfilter2: an index for each dimension, groups that follow the other dimensions' filters; one reader's state. */
import crossfilter from 'crossfilter2';
import { tookBounds } from '@/lib/summary';
import { counted, dayMs, pageSize } from '../payload';
import { race } from './engine';

await race((rows) => {
  const all = crossfilter(rows);
  const by = Object.fromEntries(counted.map((field) => [field, all.dimension((row) => row[field])]));
  const took = all.dimension((row) => row.took ?? -1);
  const at = all.dimension((row) => row.at);
  const search = all.dimension((row) => row.search);
  const worth = all.dimension((row) => row.worth);
  const groups = [
    ...Object.values(by).map((dimension) => dimension.group()),
    took.group((seconds) => tookBounds.findLastIndex((bound) => bound <= Number(seconds))),
    at.group((time) => Math.floor(Number(time) / dayMs)),
  ];
  return (asked) => {
    for (const dimension of [...Object.values(by), took, search, worth]) dimension.filterAll();
    if (asked.packageId !== null) by.package?.filterExact(asked.packageId);
    if (asked.approverId !== null) by.approver?.filterExact(asked.approverId);
    const { word } = asked;
    if (word !== null) search.filterFunction((text) => String(text).includes(word));
    if (asked.took !== null) took.filterRange([asked.took.min, asked.took.max]);
    if (asked.worth) worth.filterExact(true);
    const shown = at.top(pageSize).length;
    const told = groups.reduce((sum, group) => sum + group.all().length, 0);
    if (told === 0 && shown > 0) throw new Error('nothing was counted');
    return all.allFiltered().length;
  };
});
