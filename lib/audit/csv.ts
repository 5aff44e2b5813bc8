import { portalCsv } from './portalCsv';

/** A value that `normalise` reads, and whether the export's limits may have cut targets or details off. */
export interface CsvRow {
  value: Record<string, unknown>;
  cut: { targets: boolean; details: boolean };
}

/** Reads the cells of one row. */
export type CsvLayout = (cells: readonly string[]) => CsvRow;

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
  return (cells) => ({
    value: Object.fromEntries(titles.map((title, place) => [title, cells[place] || undefined])),
    cut: { targets: false, details: false },
  });
}
