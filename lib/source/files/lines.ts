import { Capture } from './capture';
import { parseJson } from './parse';
import type { Reader, Sink } from './sink';

const newline = 0x0a;

/** Reads a text of one JSON value a line. Blank lines are skipped; a broken line never stops the next one. */
export class Lines implements Reader {
  readonly #sink: Sink;
  readonly #capture = new Capture();
  #line = 1;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#capture.begin(0);
  }

  push(chunk: Buffer): void {
    this.#capture.nextChunk(chunk);
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.#finish(this.#capture.take(end), false);
      this.#line += 1;
      start = end + 1;
      this.#capture.begin(start);
    }
  }

  /** What is left is a line without its newline: whole, or cut off where the writer had got to. */
  end(): void {
    this.#finish(this.#capture.takeRest(), true);
  }

  #finish(bytes: Buffer, last: boolean): void {
    if (this.#capture.tooLong) {
      this.#sink.tooLong(this.#line);
      return;
    }
    if (bytes.length === 0) return;
    const parsed = parseJson(bytes);
    if (parsed) this.#sink.value(parsed.value, this.#line);
    else if (bytes.toString('utf8').trim() === '') return;
    else if (last) this.#sink.cutOff(this.#line);
    else this.#sink.unreadable(this.#line);
  }
}
