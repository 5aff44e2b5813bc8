import { isRecord } from '@/lib/audit/columns';
import { distinctNames } from '@/lib/audit/names';
import { columnsOf, holdsRecords, isListKey, rowObject } from '@/lib/audit/unwrap';
import { Brackets } from './brackets';
import { Capture } from './capture';
import { type Element, membersOf, together, unread } from './element';
import { parseJson } from './parse';
import { recordLines } from './recordLines';
import type { Reader, Sink } from './sink';
import { type Grammar, listCloses, listOpens, objectOpens, Tokens } from './tokens';

/** An open list whose elements are handed on one by one. */
interface List {
  /** Names for the cells when the elements are rows. */
  columns: readonly string[] | null;
  /** The object that holds the list; null for an array at the top. */
  wrapper: Element | null;
}

/** Lists within lists that are still opened; deeper ones are read as part of their element. */
const deepestList = 8;

/** Lists of one wrapper beside which its members are kept: it has each key once, and more come from damage. */
const mostLists = 4;

/**
 * Reads JSON of any size and layout: values one after another, arrays, and the wrappers `{ records }`,
 * `{ value }` and `{ tables: [{ columns, rows }] }`. Only one element at a time is in memory.
 *
 * A broken element is reported with the line it begins at, and reading goes on with the next one. Where the
 * damage hides its end, the end is taken to be where an object begins that cannot belong to it: after a comma
 * where a key must be, or on a new line at the element's own indentation.
 */
export class Elements implements Reader, Grammar {
  readonly #sink: Sink;
  readonly #tokens = new Tokens(this);
  readonly #capture = new Capture();
  readonly #brackets = new Brackets();
  readonly #lists: List[] = [];
  #element: Element | null = null;
  /** What the grammar allows next inside the element. */
  #expected: 'value' | 'key' | 'colon' | 'comma or end' = 'value';
  /** True in a list where an element must come next: a comma there says that one is gone. */
  #isBeforeElement = false;
  #lastReported = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    this.#capture.nextChunk(chunk);
    this.#tokens.push(chunk);
  }

  end(): void {
    const element = this.#element;
    if (element?.kind === 'scalar' && !this.#tokens.isInString) {
      this.#finish(element, null);
      return;
    }
    if (element?.isBroken) this.#report(element.line);
    else if (element && !element.isRest) this.#sink.cutOff(element.line);
    else if (element || this.#lists.length > 0) this.#sink.cutOff(this.#tokens.line);
    if (element) this.#readSwallowed(element, this.#capture.takeRest());
  }

  opens(byte: number, at: number, indent: number | null): void {
    const element = this.#element;
    if (element && this.#expected !== 'value') element.isBroken = true;
    if (element?.isBroken && byte === objectOpens && this.#isNextElement(element, indent))
      this.#giveUp(element, at);
    if (this.#element === null) {
      if (byte === listOpens && this.#lists.length === 0) {
        this.#openList(null, null);
        return;
      }
      this.#begin(at, indent, byte === objectOpens ? 'object' : 'list');
    } else if (byte === listOpens && this.#opensList(this.#element, at)) return;
    this.#brackets.open(byte);
    this.#expected = byte === objectOpens ? 'key' : 'value';
  }

  closes(byte: number, at: number): void {
    const element = this.#element;
    if (element) {
      const closed = this.#brackets.close(byte, element.depth);
      if (closed !== 1) element.isBroken = true;
      if (closed > 0) {
        this.#expected = 'comma or end';
        if (this.#brackets.depth === element.depth) this.#finish(element, at + 1);
        return;
      }
      if (byte !== listCloses || this.#lists.length === 0) return;
      this.#giveUp(element, at);
    }
    if (byte === listCloses && this.#lists.length > 0) this.#closeList(at);
    else this.#stray();
  }

  comma(): void {
    if (this.#element) this.#expected = this.#brackets.last === objectOpens ? 'key' : 'value';
    else if (this.#lists.length > 0) {
      if (this.#isBeforeElement) this.#stray();
      this.#isBeforeElement = true;
    }
  }

  colon(): void {
    if (this.#element === null) this.#stray();
    else if (this.#expected !== 'colon') this.#element.isBroken = true;
    if (this.#brackets.last === objectOpens) this.#expected = 'value';
  }

  quote(at: number, indent: number | null): 'key' | 'text' | 'skip' {
    if (this.#element === null) this.#begin(at, indent, 'scalar');
    else if (this.#expected === 'key') return 'key';
    else if (this.#expected !== 'value') {
      // Two values side by side: a quote is missing before, so this one is taken to close a string.
      this.#element.isBroken = true;
      return 'skip';
    }
    return 'text';
  }

  stringEnds(end: number, isWhole: boolean): void {
    const element = this.#element;
    if (element === null) return;
    if (!isWhole) element.isBroken = true;
    this.#expected = this.#expected === 'key' ? 'colon' : 'comma or end';
    if (element.kind === 'scalar') this.#finish(element, end);
  }

  bareBegins(at: number, indent: number | null): void {
    if (this.#element === null) this.#begin(at, indent, 'scalar');
    else if (this.#expected === 'value') this.#expected = 'comma or end';
    else if (this.#expected === 'key') {
      this.#element.isBroken = true;
      this.#expected = 'colon';
    }
  }

  bareEnds(end: number): void {
    if (this.#element?.kind === 'scalar') this.#finish(this.#element, end);
  }

  #begin(at: number, indent: number | null, kind: Element['kind']): void {
    const { depth } = this.#brackets;
    const { line } = this.#tokens;
    this.#element = { ...unread, depth, line, from: line, indent, kind };
    this.#isBeforeElement = false;
    this.#capture.begin(at);
  }

  /** True when an object here is, as far as can be told, the one after `element`, which is broken. */
  #isNextElement(element: Element, indent: number | null): boolean {
    if (indent !== null && indent === element.indent) return true;
    // A record is no list, unless it is a row of cells: this one was begun by the damage.
    if (indent !== null && element.kind === 'list' && !this.#lists.at(-1)?.columns) return true;
    if (this.#brackets.last !== objectOpens) return false;
    return this.#expected === 'key' || (indent !== null && element.indent === null);
  }

  /** Leaves an element whose end was not found. */
  #giveUp(element: Element, at: number): void {
    this.#brackets.cutTo(element.depth);
    this.#finish(element, at);
  }

  #finish(element: Element, end: number | null): void {
    const bytes = end === null ? this.#capture.takeRest() : this.#capture.take(end);
    this.#element = null;
    this.#isBeforeElement = false;
    this.#expected = 'value';
    if (element.isBroken) this.#lose(element, bytes);
    else if (this.#capture.tooLong) this.#sink.tooLong(element.line);
    else if (element.isRest) {
      const members = membersOf(element, bytes, '');
      if (members) this.#finishWrapper(element, members);
      else this.#lose(element, bytes);
    } else {
      const parsed = parseJson(bytes);
      const columns = this.#lists.at(-1)?.columns;
      if (parsed && columns) this.#sink.record(rowObject(columns, parsed.value), element.line);
      else if (parsed) this.#sink.value(parsed.value, element.line);
      else if (element.kind !== 'scalar') this.#lose(element, bytes);
      // Joined files have a byte order mark between their values.
      else if (bytes.toString('utf8').trim() !== '') this.#stray();
    }
  }

  /** Opens the list that begins here when its key says that it holds records, tables or rows. */
  #opensList(element: Element, at: number): boolean {
    if (element.kind !== 'object' || this.#brackets.depth !== element.depth + 1) return false;
    if (element.isRecord) return false;
    if (this.#lists.length >= deepestList || this.#lists.at(-1)?.columns) return false;
    const key = this.#tokens.key.toLowerCase();
    if (key === 'rows' ? element.hasRows : !isListKey(key)) return false;
    const members = membersOf(element, this.#capture.upTo(at), '[]}');
    const columns = key === 'rows' && members ? (columnsOf(members) ?? element.columns) : null;
    if (key === 'rows' && columns === null) {
      element.hasRows = true;
      return false;
    }
    if (members && !element.isRest && isRecord(members)) {
      element.isRecord = true;
      return false;
    }
    if (members) this.#tell(element, members, key);
    else this.#report(element.line);
    if (columns) element.columns = columns;
    this.#openList(element, columns && distinctNames(columns));
    return true;
  }

  /** Hands on what a wrapper says up to its list of this name, which is read by itself. */
  #tell(wrapper: Element, members: Record<string, unknown>, list: string): void {
    const name = Object.keys(members).findLast((key) => key.toLowerCase() === list);
    if (name !== undefined) delete members[name];
    this.#sink.members(members);
    wrapper.lists++;
    if (wrapper.lists <= mostLists) wrapper.members = together(wrapper.members, members);
  }

  /** A wrapper may turn out to be a record itself, or to hold a further table, by what comes behind its list. */
  #finishWrapper(wrapper: Element, rest: Record<string, unknown>): void {
    const members = together(wrapper.members, rest);
    if (isRecord(members) || holdsRecords(members)) this.#sink.value(members, wrapper.line);
    else this.#sink.members(rest);
  }

  #openList(wrapper: Element | null, columns: readonly string[] | null): void {
    this.#brackets.open(listOpens);
    this.#lists.push({ columns, wrapper });
    this.#isBeforeElement = true;
    this.#capture.drop();
    this.#element = null;
    this.#expected = 'value';
  }

  #closeList(at: number): void {
    const list = this.#lists.pop();
    this.#brackets.close(listCloses, 0);
    if (!list?.wrapper) return;
    this.#element = {
      ...list.wrapper,
      from: this.#tokens.line,
      isBroken: false,
      isRest: true,
      hasRows: false,
    };
    this.#expected = 'comma or end';
    this.#capture.begin(at + 1);
  }

  #lose(element: Element, bytes: Buffer): void {
    this.#report(element.line);
    this.#readSwallowed(element, bytes);
  }

  /** An element whose end was not found where it was may have swallowed records, each on a line of its own. */
  #readSwallowed(element: Element, bytes: Buffer): void {
    for (const { record, line } of recordLines(bytes)) this.#sink.value(record, element.from + line);
  }

  #report(line: number): void {
    this.#lastReported = line;
    this.#sink.unreadable(line);
  }

  /** Something between the elements that is no JSON; several on one line are reported once. */
  #stray(): void {
    if (this.#lastReported !== this.#tokens.line) this.#report(this.#tokens.line);
  }
}
