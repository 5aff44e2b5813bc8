import type { Clause } from './clause';
import type { Choices, FieldName } from './filter';
import type { Entry, ParamProblem, Read } from './problem';

/** What the words of a filter need beyond the filter: names of picked object ids, and a time zone. */
export interface Naming {
  names: Readonly<Record<string, string>>;
  /** An IANA name, such as `UTC`. */
  timeZone: string;
}

/** One clause of a filter in words: `approver` `contains` `ortega`. */
export interface Chip {
  field: FieldName;
  not: boolean;
  /** The URL parameters behind it, with their leading `-`. */
  params: string[];
  label: string;
  verb: string;
  /** All values in words, as the sentence has them. */
  words: string;
  /** The values one by one, each with its words; for a range that is left out, its one key; empty for other ranges. */
  values: { value: string; words: string }[];
}

/** One field of the filter with everything that its kind knows: URL codec, clauses, words. */
export interface Field<V> {
  kind: Clause['kind'];
  label: string;
  /** URL parameters without their leading `-`. */
  params: readonly string[];
  /** True when a leading `-` on the parameter negates it. */
  negatable: boolean;
  /** The value when nothing is chosen. */
  none: V;
  /** Reads the entries of this field's own parameters; what cannot be used is named in `problems`. */
  read(entries: readonly Entry[], problems: ParamProblem[]): V;
  /** URL parameters of a value, in a fixed order; none when nothing is chosen. */
  write(value: V): [param: string, text: string][];
  /** The value as it is typed into the search box. */
  print(value: V): string[];
  /** `now` is UTC ISO 8601. */
  clauses(value: V, now: string): Clause[];
  chips(value: V, naming: Naming): Chip[];
}

/** A field whose value is a list of choices. */
export interface ListField extends Field<Choices> {
  /** Values and their words, in the order in which they are shown; null when any text can be a value. */
  words: Readonly<Record<string, string>> | null;
  /** Words that the search box accepts in place of several values. */
  shorthands: Readonly<Record<string, readonly string[]>>;
  /** Checks one written text, which can stand for several values; `tidy` makes them a list of choices. */
  readValues(text: string): Read<string[]>;
  /** Values in their one spelling, without repeats, in the field's own order. */
  tidy(values: readonly string[]): string[];
}
