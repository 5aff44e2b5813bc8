import { parse } from 'csv-parse/sync';
import type { CsvLayout } from '@/lib/audit/csv';
import type { Intake } from './intake';
import type { Reader } from './sink';

/** One row as it stands in the text, and the line it begins at. */
interface Row {
  text: string;
  line: number;
}

/** What a header says about the rows under it. */
export interface CsvShape {
  delimiter: string;
  /** The header ends with CR alone, so that rows may too; elsewhere such a CR is text of a cell. */
  endsWithCr: boolean;
  columns: number;
  layout: CsvLayout;
}

/** What ends a row where the header ends with LF: told to the parser, which would take the first that it meets for all. */
const feeds = ['\r\n', '\n'];

/** Characters past which a row is taken to have lost a quote: an audit record has far fewer. */
const longestRow = 4 * 1024 * 1024;

/** Rows with wrong quotes that are searched for the rows they swallowed; each search reads them once more. */
const mostSearches = 100;

/**
 * Reads CSV, its header first. A row that cannot be read is reported; when a missing quote made it swallow the
 * lines after it, reading goes on with the second of them.
 */
export class CsvRows implements Reader {
  readonly #intake: Intake;
  readonly #shape: CsvShape;
  readonly #decoder = new TextDecoder();
  #rest: Row = { text: '', line: 1 };
  #isHeader = true;
  #isSkipping = false;
  #searches = 0;

  constructor(intake: Intake, shape: CsvShape) {
    this.#intake = intake;
    this.#shape = shape;
    intake.repeats(shape.layout.repeated);
  }

  push(chunk: Buffer): void {
    const { rows, rest } = this.#rowsIn({ ...this.#rest, text: this.#rest.text + this.#decode(chunk) });
    this.#rest = rest;
    this.#read(rows);
    if (rest.text.length <= longestRow) return;
    this.#isSkipping = !rest.text.includes('\n');
    this.#rest = { text: '', line: rest.line + linesIn(rest.text) };
    this.#search(rest, false);
  }

  end(): void {
    this.#settle({ ...this.#rest, text: this.#rest.text + this.#decoder.decode() }, true);
  }

  /** Without the remainder of a line that was too long. */
  #decode(chunk: Buffer): string {
    const text = this.#decoder.decode(chunk, { stream: true });
    if (!this.#isSkipping) return text;
    const newline = text.indexOf('\n');
    if (newline === -1) return '';
    this.#isSkipping = false;
    return text.slice(newline);
  }

  /** Reads a text that nothing follows, or nothing that belongs to it. */
  #settle(text: Row, isEnd: boolean): void {
    const { rows, rest, isInQuotes } = this.#rowsIn(text);
    this.#read(rows);
    if (rest.text.trim() === '') return;
    if (isInQuotes && rest.text.includes('\n')) this.#search(rest, isEnd);
    else if (isInQuotes && isEnd) this.#intake.cutOff(rest.line);
    else this.#read([rest], isEnd);
  }

  /** Reports a row that cannot be read, and reads the lines it swallowed. */
  #search(row: Row, isEnd: boolean): void {
    this.#intake.unreadable(row.line);
    const newline = row.text.indexOf('\n');
    if (newline === -1) return;
    const swallowed = { text: row.text.slice(newline + 1), line: row.line + 1 };
    if (this.#searches++ < mostSearches) this.#settle(swallowed, isEnd);
    else
      for (let line = 0; line < linesIn(swallowed.text); line++)
        this.#intake.unreadable(swallowed.line + line);
  }

  #read(rows: Row[], isEnd = false): void {
    const filled = rows.filter(({ text }) => text.trim() !== '');
    const cells = this.#cells(filled.map(({ text }) => text).join(''));
    for (const [index, row] of filled.entries()) {
      const own = cells ? cells[index] : this.#cells(row.text)?.[0];
      if (own === undefined) this.#search(row, isEnd);
      else this.#record(own, row.line, isEnd);
    }
  }

  #record(cells: string[], line: number, isEnd: boolean): void {
    const { layout, columns } = this.#shape;
    if (this.#isHeader) this.#isHeader = false;
    else if (cells.length > columns) this.#intake.unreadable(line);
    else if (cells.length < columns && isEnd) this.#intake.cutOff(line);
    else {
      // Spreadsheets leave out the empty cells at the end of a row, so a short row is a whole one.
      const { value, cut } = layout.read(cells);
      this.#intake.record(value, line, cut);
    }
  }

  /** The rows of a text, each with its line end, and what is left without one. */
  #rowsIn({ text, line }: Row): { rows: Row[]; rest: Row; isInQuotes: boolean } {
    const { endsWithCr } = this.#shape;
    const rows: Row[] = [];
    let start = 0;
    let startLine = line;
    let atLine = line;
    let isInQuotes = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) isInQuotes = !isInQuotes;
      else if (code === 0x0a || (code === 0x0d && endsWithCr && isLone(text, at))) {
        atLine++;
        if (isInQuotes) continue;
        rows.push({ text: text.slice(start, at + 1), line: startLine });
        start = at + 1;
        startLine = atLine;
      }
    }
    return { rows, rest: { text: text.slice(start), line: startLine }, isInQuotes };
  }

  #cells(text: string): string[][] | null {
    try {
      return parse(text, {
        delimiter: this.#shape.delimiter,
        record_delimiter: this.#shape.endsWithCr ? [...feeds, '\r'] : feeds,
        relax_column_count: true,
      });
    } catch {
      return null;
    }
  }
}

/** Whether a carriage return ends a line by itself; what follows the last one of a text is not known yet. */
function isLone(text: string, at: number): boolean {
  return at + 1 < text.length && text.charCodeAt(at + 1) !== 0x0a;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
