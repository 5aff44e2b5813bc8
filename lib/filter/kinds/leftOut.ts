import type { RangeClause } from '../clause';
import type { Chip, Field, Naming } from '../field';
import type { LeftOut } from '../filter';
import { type Entry, type ParamProblem, problem, type Read } from '../problem';

const mostRanges = 50;

interface LeftOutKind<Of extends string, End> {
  name: 'notTook' | 'notTime';
  label: string;
  /** The parameters, each of a value that ranges are left out of. */
  of: readonly Of[];
  /** How a range is written, and what keeps one instead. */
  example: string;
  readEnd(text: string): Read<End>;
  compare(from: End, to: End): number;
  writeEnd(end: End): string;
  print(range: LeftOut<Of, End>): string;
  clause(range: LeftOut<Of, End>): RangeClause;
  say(range: LeftOut<Of, End>, naming: Naming): Pick<Chip, 'label' | 'verb' | 'words'>;
}

/** Builds a field that holds ranges of which none may hold, `-took=10..30`: one chip each, and no positive form. */
export function leftOut<Of extends string, End>(
  kind: LeftOutKind<Of, End>,
): Field<readonly LeftOut<Of, End>[]> {
  const { name, label, of: params, example } = kind;

  function readRange(of: Of, entry: Entry, problems: ParamProblem[]): LeftOut<Of, End>[] {
    const wrong = (code: ParamProblem['code'], why: string) => {
      problems.push(problem(code, [entry], why));
      return [];
    };
    if (!entry.not) return wrong('malformed', `it can only be left out; write ${example}.`);
    const [low = '', high, ...more] = entry.value.split('..');
    if (high === undefined || more.length > 0 || low + high === '')
      return wrong('malformed', `it is not a range; write ${example}.`);
    const from = low === '' ? { value: null } : kind.readEnd(low);
    const to = high === '' ? { value: null } : kind.readEnd(high);
    if ('wrong' in from) return wrong('malformed', from.wrong);
    if ('wrong' in to) return wrong('malformed', to.wrong);
    if (from.value !== null && to.value !== null && kind.compare(from.value, to.value) >= 0)
      return wrong(
        'contradictory',
        'the range holds nothing; its start must be before its end, which is exclusive.',
      );
    return [{ of, from: from.value, to: to.value }];
  }

  const writeRange = ({ of, from, to }: LeftOut<Of, End>): [param: string, text: string] => [
    `-${of}`,
    `${from === null ? '' : kind.writeEnd(from)}..${to === null ? '' : kind.writeEnd(to)}`,
  ];

  return {
    kind: 'outside',
    label,
    params,
    negatable: true,
    none: [],
    read(entries, problems) {
      const ranges = params.flatMap((of) =>
        entries.filter(({ param }) => param === of).flatMap((entry) => readRange(of, entry, problems)),
      );
      const [first] = entries;
      if (!first || ranges.length <= mostRanges) return distinct(ranges);
      const why = `there are ${ranges.length} ranges, so none of them applies; give at most ${mostRanges}.`;
      problems.push(problem('too-many', [first], why));
      return [];
    },
    write: (ranges) => ranges.map(writeRange),
    print: (ranges) => ranges.map(kind.print),
    clauses: (ranges) =>
      ranges.length === 0 ? [] : [{ kind: 'outside', field: name, ranges: ranges.map(kind.clause) }],
    chips: (ranges, naming) =>
      ranges.map((range) => {
        const said = kind.say(range, naming);
        const values = [{ value: rangeKey(range), words: said.words }];
        return { field: name, not: true, params: [`-${range.of}`], values, ...said };
      }),
  };
}

/** One text for each range, by which a chip names it. */
export function rangeKey({ of, from, to }: LeftOut<string, unknown>): string {
  return `${of} ${from ?? ''}..${to ?? ''}`;
}

/** The ranges without repeats. */
export function distinct<R extends LeftOut<string, unknown>>(ranges: readonly R[]): R[] {
  return [...new Map(ranges.map((range) => [rangeKey(range), range])).values()];
}
