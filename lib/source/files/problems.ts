import type { Unusable } from '@/lib/audit/normalise';
import type { Problem } from '@/lib/audit/record';

/** Part of a file that could not be used, as one sentence about what is wrong and one about the mend. */
export function lineProblem(
  code: 'line-unreadable' | 'line-too-long' | 'file-cut-off',
  file: string,
  line: number,
): Problem {
  const at = `Line ${line} of "${file}"`;
  switch (code) {
    case 'line-unreadable':
      return problem(
        code,
        file,
        line,
        `${at} could not be read and was left out. Export its time span again, or correct the line.`,
      );
    case 'line-too-long':
      return problem(
        'line-unreadable',
        file,
        line,
        `What begins at line ${line} of "${file}" is longer than any audit record (64 MB) and was left out. Check how the file was written.`,
      );
    case 'file-cut-off':
      return problem(
        code,
        file,
        line,
        `"${file}" ends in the middle of what begins at line ${line}; all before it was read. Load it again when it is written to its end.`,
      );
  }
}

const mends: Record<Unusable['unusable'], string> = {
  'is no object': 'Check that the file is an export of the audit log',
  'has no operation name': 'Export the column OperationName with the others',
  'has no time that can be read': 'Export TimeGenerated or ActivityDateTime with the others, in UTC',
  'is nested too deeply': 'Check how the file was written',
};

export function unusableValue(file: string, line: number, why: Unusable['unusable']): Problem {
  const message = `The value at line ${line} of "${file}" ${why} and was left out. ${mends[why]}.`;
  return problem('record-unusable', file, line, message);
}

/** Columns that come more than once in a table. */
export function repeatedColumns(file: string, names: readonly string[]): Problem {
  const listed = names.slice(0, 3).map((name) => `"${name.slice(0, 80)}"`);
  const more = names.length - listed.length;
  const all = more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
  const message = `A table in "${file}" has columns that come more than once: ${all}. Of each the first was read, and the others are kept beside the record. Export the file again with each column once.`;
  return problem('column-repeated', file, null, message);
}

export function notAnExport(file: string, why: string): Problem {
  const message = `"${file}" is no export of the audit log: ${why}. Take it out of the folder, or put an export in its place.`;
  return problem('not-an-export', file, null, message);
}

/** The answer of a query that says itself that it is not whole. */
export function partialAnswer(file: string): Problem {
  const message = `"${file}" says that its query's answer is incomplete, so records are missing. Run the query again over shorter time spans.`;
  return problem('file-cut-off', file, null, message);
}

/** A compressed file whose data stop or are damaged somewhere. */
export function damaged(file: string): Problem {
  const message = `The compressed data of "${file}" are cut off or damaged; what could be unpacked was read. Copy or export the file again.`;
  return problem('file-cut-off', file, null, message);
}

export function unreadableFile(file: string, code: string): Problem {
  const message = `"${file}" could not be read to its end (${code}). Give the account that runs this server read access to it, and check the disk.`;
  return problem('path-unreadable', file, null, message);
}

/** `isInside`: found in the folder given, and so a link to nothing, or gone since it was listed. */
export function missingPath(file: string, isInside: boolean): Problem {
  const message = isInside
    ? `"${file}" leads to nothing. Remove it or mend it, then load again.`
    : `"${file}" does not exist. Set AUDIT_LOGS_PATH to an export file or a folder of exports.`;
  return problem('path-missing', file, null, message);
}

export function unreadablePath(file: string, code: string): Problem {
  const message = `"${file}" cannot be read (${code}). Give the account that runs this server read access to it.`;
  return problem('path-unreadable', file, null, message);
}

/** A device, a socket or the like. */
export function notAFile(file: string): Problem {
  const message = `"${file}" is neither a file nor a folder. Set AUDIT_LOGS_PATH to an export file or a folder of exports.`;
  return problem('not-an-export', file, null, message);
}

function problem(code: Problem['code'], file: string, line: number | null, message: string): Problem {
  return { code, file, line, message };
}
