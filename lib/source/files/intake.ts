import { isObject } from '@/lib/audit/json';
import { repeatedNames } from '@/lib/audit/names';
import { normalise } from '@/lib/audit/normalise';
import type { AuditRecord, Problem } from '@/lib/audit/record';
import { columnsOf, unwrap } from '@/lib/audit/unwrap';
import { lineProblem, notAnExport, partialAnswer, repeatedColumns, unusableValue } from './problems';
import type { Sink } from './sink';

/** Values that are no records after which a file that had no record yet is given up as no export. */
const patience = 10_000;

/**
 * Collects the records and problems of one file. Problems are held back until the file has proved to be an
 * export, so that a file of another kind gives one problem and not one for each line.
 */
export class Intake implements Sink {
  readonly #file: string;
  #records: AuditRecord[] = [];
  #problems: Problem[] = [];
  #isExport: boolean;
  /** Names told to repeat, so that many tables with the same columns give one problem. */
  readonly #repeated = new Set<string>();

  /** `isExport`: the beginning of the file already shows that it is one. */
  constructor(file: string, isExport: boolean) {
    this.#file = file;
    this.#isExport = isExport;
  }

  /** How many records and problems `take` would give. */
  get ready(): number {
    return this.#records.length + (this.#isExport ? this.#problems.length : 0);
  }

  /** True when the rest need not be read, since so much of it was of no export. */
  get isHopeless(): boolean {
    return !this.#isExport && this.#problems.length >= patience;
  }

  /** The records and problems since the last call. */
  take(): { records: AuditRecord[]; problems: Problem[] } {
    const records = this.#records;
    this.#records = [];
    if (!this.#isExport) return { records, problems: [] };
    const problems = this.#problems;
    this.#problems = [];
    return { records, problems };
  }

  /** After the last value: a file that never proved to be an export is said to be none. */
  finish(): void {
    const [first, second] = this.#problems;
    const hadJustBegun = first?.code === 'file-cut-off' && second === undefined;
    if (!this.#isExport && first !== undefined && !hadJustBegun) {
      this.#problems = [notAnExport(this.#file, 'nothing in it has an operation name')];
    }
    this.#isExport = true;
  }

  value(value: unknown, line: number): void {
    if (isObject(value) && 'tables' in value) this.members(value);
    unwrap(
      value,
      (candidate) => this.record(candidate, line),
      (columns) => this.repeats(repeatedNames(columns)),
    );
  }

  /** A value that stands for one record, and whether its export may have cut targets or details off. */
  record(value: unknown, line: number, cut = { targets: false, details: false }): void {
    const record = normalise(value);
    if ('unusable' in record) {
      this.#problems.push(unusableValue(this.#file, line, record.unusable));
      return;
    }
    this.#isExport = true;
    if (cut.targets) record.targetsCut = true;
    if (cut.details) record.detailsCut = true;
    this.#records.push(record);
  }

  members(members: Record<string, unknown>): void {
    if (isObject(members.error)) this.#problems.push(partialAnswer(this.#file));
    this.repeats(repeatedNames(columnsOf(members) ?? []));
  }

  /** Names of columns that come more than once. */
  repeats(names: readonly string[]): void {
    const fresh = names.filter((name) => !this.#repeated.has(name));
    for (const name of fresh) this.#repeated.add(name);
    if (fresh.length > 0) this.#problems.push(repeatedColumns(this.#file, fresh));
  }

  unreadable(line: number): void {
    this.#problems.push(lineProblem('line-unreadable', this.#file, line));
  }

  tooLong(line: number): void {
    this.#problems.push(lineProblem('line-too-long', this.#file, line));
  }

  cutOff(line: number): void {
    this.#problems.push(lineProblem('file-cut-off', this.#file, line));
  }
}
