import { distinctNames, repeatedNames } from './names';
import { portalCsv } from './portalCsv';

/** A value that `normalise` reads, and whether the export's limits may have cut targets or details off. */
export interface CsvRow {
  value: Record<string, unknown>;
  cut: { targets: boolean; details: boolean };
}

/** What a header says of the rows under it. */
export interface CsvLayout {
  /** Titles of columns that say what a column before them says: of those the first counts, the others are kept beside it. */
  repeated: readonly string[];
  /** Reads the cells of one row. */
  read(cells: readonly string[]): CsvRow;
}

const operationTitles = ['operationname', 'activitydisplayname'];
const timeTitles = ['timegenerated', 'activitydatetime', '_originaltimegenerated'];

/**
 * How to read the rows under a CSV header: the Log Analytics table's column names, with dynamic columns as JSON
 * text and times perhaps marked ` [UTC]`, or the portal's own columns. Null when it is no table of audit records.
 */
export function csvLayout(header: readonly string[]): CsvLayout | null {
  const titles = header.map((title) => title.trim().replace(/ \[UTC\]$/i, ''));
  const lower = titles.map((title) => title.toLowerCase());
  const isTable = [operationTitles, timeTitles].every((names) => names.some((name) => lower.includes(name)));
  if (!isTable) return portalCsv(titles);
  const names = distinctNames(titles);
  return {
    repeated: repeatedNames(titles),
    read: (cells) => ({
      value: Object.fromEntries(names.map((name, place) => [name, cells[place] || undefined])),
      cut: { targets: false, details: false },
    }),
  };
}
