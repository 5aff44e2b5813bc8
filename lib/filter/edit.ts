import { without } from './clauses';
import type { Chip } from './field';
import { emptyFilter, listFields } from './fields';
import type {
  ArrivalRange,
  Choices,
  Filter,
  InstantRange,
  LeftOutFieldName,
  ListFieldName,
  NumberRange,
  TimeRange,
} from './filter';
import { distinct, rangeKey } from './kinds/leftOut';
import { resolved } from './kinds/timeRange';
import type { Read } from './problem';
import { defaultView, type View } from './view';

/** Reads text that a user typed for a field: the values it stands for, or what is wrong with it. */
export function readValues(field: ListFieldName, text: string): Read<string[]> {
  return listFields[field].readValues(text);
}

/** The filter with the field's choices of one sign replaced. `values` are as `readValues` gives them. */
export function setValues(
  filter: Filter,
  field: ListFieldName,
  not: boolean,
  values: readonly string[],
): Filter {
  const tidied = listFields[field].tidy(values);
  const choices: Choices = not
    ? { is: filter[field].is, isNot: tidied }
    : { is: tidied, isNot: filter[field].isNot };
  return { ...filter, [field]: choices };
}

export function addValue(filter: Filter, field: ListFieldName, value: string, not = false): Filter {
  return setValues(filter, field, not, [...chosen(filter, field, not), value]);
}

export function removeValue(filter: Filter, field: ListFieldName, value: string, not = false): Filter {
  const left = chosen(filter, field, not).filter((each) => each !== value);
  return setValues(filter, field, not, left);
}

/** Adds the value, or removes it when it is chosen. */
export function toggleValue(filter: Filter, field: ListFieldName, value: string, not = false): Filter {
  const has = chosen(filter, field, not).includes(value);
  return has ? removeValue(filter, field, value, not) : addValue(filter, field, value, not);
}

/** Turns the chip's "is" into "is not" or back; joins the choices that already have that sign. */
export function toggleNot(filter: Filter, field: ListFieldName, not: boolean): Filter {
  const moved = [...chosen(filter, field, !not), ...chosen(filter, field, not)];
  return setValues(setValues(filter, field, not, []), field, !not, moved);
}

/** The filter without that one chip. */
export function removeChip(
  filter: Filter,
  { field, not, values }: Pick<Chip, 'field' | 'not' | 'values'>,
): Filter {
  if (field === 'took' || field === 'time' || field === 'decided' || field === 'arrived')
    return without(filter, field);
  if (field !== 'notTook' && field !== 'notTime') return setValues(filter, field, not, []);
  const keys = values.map(({ value }) => value);
  const left = filter[field].filter((range) => !keys.includes(rangeKey(range)));
  return { ...filter, [field]: left };
}

/** The filter that leaves out a further range. */
export function leaveOut<F extends LeftOutFieldName>(
  filter: Filter,
  field: F,
  range: Filter[F][number],
): Filter {
  return { ...filter, [field]: distinct([...filter[field], range]) };
}

export function isLeftOut<F extends LeftOutFieldName>(
  filter: Filter,
  field: F,
  range: Filter[F][number],
): boolean {
  return filter[field].some((each) => rangeKey(each) === rangeKey(range));
}

export function setTook(filter: Filter, took: NumberRange): Filter {
  return { ...filter, took };
}

export function setTime(filter: Filter, time: TimeRange): Filter {
  return { ...filter, time };
}

/** The filter with a brush over decision times. */
export function setDecided(filter: Filter, decided: InstantRange): Filter {
  return { ...filter, decided };
}

/** The filter with a bound on when records arrived. */
export function setArrived(filter: Filter, arrived: ArrivalRange): Filter {
  return { ...filter, arrived };
}

/** The filter with a span that moves with time turned into the fixed one it is at `now` (UTC ISO 8601), for a lasting link. */
export function freeze(filter: Filter, now: string): Filter {
  const { of, span } = filter.time;
  const ends = resolved(span, now);
  return ends === null ? filter : setTime(filter, { of, span: { kind: 'absolute', ...ends } });
}

/** The view with another filter, back on its first page; what a copied link said of its rows no longer applies. */
export function withFilter(view: View, filter: Filter): View {
  return { ...view, filter, page: 1, asof: null, digest: null, thresholds: null };
}

/** The view with exclusion rules on or off, back on its first page. */
export function withRules(view: View, rules: View['rules']): View {
  return { ...withFilter(view, view.filter), rules };
}

/** What of a view goes along to a page about the same time: its time range, zone, and whether exclusion rules apply. */
export function onlyTime({ tz, rules, filter }: View): View {
  return { ...defaultView, tz, rules, filter: setTime(emptyFilter, filter.time) };
}

function chosen(filter: Filter, field: ListFieldName, not: boolean): readonly string[] {
  return not ? filter[field].isNot : filter[field].is;
}
