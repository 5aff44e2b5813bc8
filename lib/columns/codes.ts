const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;
type Bytes = keyof typeof kinds;

/** Whole numbers that grow at their end, in as few bytes each as the largest of them needs. */
export class Codes {
  values: Uint8Array | Uint16Array | Uint32Array;
  length = 0;
  #bytes: Bytes;
  #most: number;

  constructor(bytes: Bytes = 1) {
    this.#bytes = bytes;
    this.#most = 2 ** (8 * bytes) - 1;
    this.values = new kinds[bytes](0);
  }

  push(code: number): void {
    if (code > this.#most) this.#widen(code > 0xffff ? 4 : 2);
    if (this.length === this.values.length) this.#copyTo(roomFor(this.length + 1));
    this.values[this.length++] = code;
  }

  /** The numbers of some rows, in their order; `stride` of them belong to a row. */
  of(rows: Uint32Array, stride = 1): Codes {
    const found = new Codes(this.#bytes);
    found.#copyTo(rows.length * stride);
    for (const row of rows)
      for (let at = row * stride; at < (row + 1) * stride; at++) found.push(this.values[at] ?? 0);
    return found;
  }

  #widen(bytes: Bytes): void {
    this.#bytes = bytes;
    this.#most = 2 ** (8 * bytes) - 1;
    this.#copyTo(this.values.length);
  }

  #copyTo(room: number): void {
    const copy = new kinds[this.#bytes](room);
    copy.set(this.values);
    this.values = copy;
  }
}

/** Real numbers that grow at their end. */
export class Reals {
  values = new Float64Array(0);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const copy = new Float64Array(roomFor(this.length + 1));
      copy.set(this.values);
      this.values = copy;
    }
    this.values[this.length++] = value;
  }

  of(rows: Uint32Array): Reals {
    const found = new Reals();
    found.values = new Float64Array(rows.length);
    for (const row of rows) found.push(this.values[row] ?? 0);
    return found;
  }
}

/** Several codes for each row, one list after the other. */
export class Lists {
  codes = new Codes();
  /** Where the list of each row starts, and at the end where the last one ends. */
  starts = new Codes(4);

  constructor() {
    this.starts.push(0);
  }

  push(list: Iterable<number>): void {
    for (const code of list) this.codes.push(code);
    this.starts.push(this.codes.length);
  }

  of(rows: Uint32Array): Lists {
    const found = new Lists();
    for (const row of rows)
      found.push(this.codes.values.subarray(this.starts.values[row], this.starts.values[row + 1]));
    return found;
  }
}

function roomFor(length: number): number {
  return Math.max(1024, Math.ceil(length * 1.25));
}
