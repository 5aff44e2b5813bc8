/** Something in a URL or in the search box that had no effect. */
export interface ParamProblem {
  code: 'unknown' | 'not-accepted' | 'malformed' | 'repeated' | 'contradictory' | 'too-many';
  /** The parameter's name with its leading `-`; for an unknown one, as it was written. */
  param: string;
  value: string;
  /** A sentence that says what had no effect, why, and the mend. */
  message: string;
}

/** One parameter and value as given, in a URL (`-outcome=denied`) or in the search box (`-outcome:denied`). */
export interface Entry {
  param: string;
  not: boolean;
  value: string;
  /** How the user wrote it, for messages. */
  written: string;
}

/** What reading a text gave: a value, or the words that say what is wrong with it. */
export type Read<T> = { value: T } | { wrong: string };

/** Names the entries that have no effect and says why (`why` holds the mend and ends with a full stop). */
export function problem(code: ParamProblem['code'], entries: [Entry, ...Entry[]], why: string): ParamProblem {
  const [first] = entries;
  const written = [...new Set(entries.map((entry) => shortened(entry.written)))];
  return {
    code,
    param: `${first.not ? '-' : ''}${first.param}`,
    value: first.value,
    message: `${written.join(' and ')} ${written.length > 1 ? 'have' : 'has'} no effect: ${why}`,
  };
}

/** At most 80 characters of a text that came from outside. */
export function shortened(text: string): string {
  // No character has more than two units, so what stands further back is not looked at.
  const characters = [...text.slice(0, 162)];
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}

/**
 * Reads a parameter that takes one value. More than one, or one that cannot be read, goes to `problems`
 * and counts as not given (null).
 */
export function readOnce<T>(
  entries: readonly Entry[],
  param: string,
  read: (text: string) => Read<T>,
  problems: ParamProblem[],
): { entry: Entry; value: T } | null {
  const [entry, ...more] = entries.filter((each) => each.param === param);
  if (!entry) return null;
  if (more.length > 0) {
    problems.push(problem('repeated', [entry, ...more], 'only one value can apply; give it once.'));
    return null;
  }
  const result = read(entry.value);
  if ('wrong' in result) {
    problems.push(problem('malformed', [entry], result.wrong));
    return null;
  }
  return { entry, value: result.value };
}
