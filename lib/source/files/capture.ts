import { joined } from './joined';
import { longestValue } from './sink';

/** The bytes of one value that may reach over several chunks, kept only as long as they are not too many. */
export class Capture {
  #pieces: Buffer[] = [];
  #bytes = 0;
  #chunk: Buffer = Buffer.alloc(0);
  /** Where the value continues in the chunk at hand; -1 when nothing is captured. */
  #from = -1;

  /** The next chunk of the text; what was begun goes on at its first byte. */
  nextChunk(chunk: Buffer): void {
    this.#keep(this.#chunk.length);
    this.#chunk = chunk;
    if (this.#from !== -1) this.#from = 0;
  }

  begin(at: number): void {
    this.#pieces = [];
    this.#bytes = 0;
    this.#from = at;
  }

  get tooLong(): boolean {
    return this.#bytes > longestValue;
  }

  /** The bytes up to `end` of the chunk at hand, without ending the capture. Empty when they are too many. */
  upTo(end: number): Buffer {
    this.#keep(end);
    this.#from = end;
    const whole = joined(this.#pieces);
    this.#pieces = [whole];
    return whole;
  }

  /** Ends the capture at `end` and gives its bytes; empty when they are too many. */
  take(end: number): Buffer {
    const whole = this.upTo(end);
    this.drop();
    return whole;
  }

  /** Ends the capture with the last byte of the text. */
  takeRest(): Buffer {
    return this.take(this.#chunk.length);
  }

  drop(): void {
    this.#pieces = [];
    this.#from = -1;
  }

  #keep(end: number): void {
    if (this.#from === -1 || end <= this.#from) return;
    this.#bytes += end - this.#from;
    if (this.tooLong) this.#pieces = [];
    else this.#pieces.push(this.#chunk.subarray(this.#from, end));
  }
}
