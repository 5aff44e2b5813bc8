import type { Theme } from '../departments';

/**
 * What people write in one language. Braces hold slots: {package} and {nick} (what is asked for), {project},
 * {customer}, {ticket}, {colleague}, {manager}, {date}, {quarter}, {count}.
 */
export interface Phrasebook {
  /** Months as they stand in a date, and the date itself from {day}, {month} and {number} of the month. */
  months: readonly string[];
  date: string;
  /** Stand before a reason, with their own space behind. */
  openings: readonly string[];
  /** Whole reasons by theme; `general` fits any package. */
  reasons: Readonly<Partial<Record<Theme, readonly string[]>>> & { readonly general: readonly string[] };
  /** Stand behind a reason, with their own space before. */
  closings: readonly string[];
  /** What people write when they do not care. */
  lazy: readonly string[];
  approvals: readonly string[];
  /** Stand behind an approval, with their own space or stop before. */
  remarks: readonly string[];
  shortApprovals: readonly string[];
  refusals: readonly string[];
}
