/** What a reader tells about the text of one file. Lines count from 1 and are those of the decompressed text. */
export interface Sink {
  /** A JSON value, beginning at this line: a record, or a wrapper of records. */
  value(value: unknown, line: number): void;
  /** A value that stands for one record. */
  record(value: unknown, line: number): void;
  /** What stands beside the list in a wrapper, such as the `error` of a query answer. */
  members(members: Record<string, unknown>): void;
  /** Something at this line that could not be read. */
  unreadable(line: number): void;
  /** A line or element that was longer than `longestValue`, and so was not kept in memory. */
  tooLong(line: number): void;
  /** The text ends before what began at this line does. */
  cutOff(line: number): void;
}

/** Bytes of one line or element past which it is reported instead of kept in memory. */
export const longestValue = 64 * 1024 * 1024;

/** Reads one kind of text, given to it chunk by chunk in any sizes, into a sink. Never throws for content. */
export interface Reader {
  push(chunk: Buffer): void;
  end(): void;
}
