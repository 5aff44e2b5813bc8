import type { ManifestAnswer } from '@/lib/answers';

const [quote, lineFeed] = [0x22, 0x0a];

/** Counts the rows of a file that comes a piece at a time, the head of a CSV left out. */
export class RowCount {
  #lines = 0;
  #quoted = false;

  constructor(private readonly format: ManifestAnswer['format']) {}

  update(bytes: Uint8Array): this {
    const csv = this.format === 'csv';
    for (const byte of bytes) {
      if (csv && byte === quote) this.#quoted = !this.#quoted;
      else if (byte === lineFeed && !this.#quoted) this.#lines += 1;
    }
    return this;
  }

  get rows(): number {
    return this.format === 'csv' ? Math.max(0, this.#lines - 1) : this.#lines;
  }
}
