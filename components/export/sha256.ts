/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, FIPS 180-4 §4.2.2. */
const constants = roots(64, Math.cbrt);
/** The same of the square roots of the first 8, §5.3.3. */
const start = roots(8, Math.sqrt);

/** SHA-256 of bytes that come a piece at a time; what browsers have digests only what is whole in memory. */
export class Sha256 {
  readonly #state = Uint32Array.from(start);
  readonly #words = new Uint32Array(64);
  readonly #block = new Uint8Array(64);
  #filled = 0;
  #bytes = 0;

  update(bytes: Uint8Array): this {
    this.#bytes += bytes.length;
    for (let from = 0; from < bytes.length; ) {
      const piece = bytes.subarray(from, from + 64 - this.#filled);
      this.#block.set(piece, this.#filled);
      this.#filled += piece.length;
      from += piece.length;
      if (this.#filled === 64) this.#compress();
    }
    return this;
  }

  /** The digest as 64 hexadecimal digits; ends the taking of bytes. */
  digest(): string {
    const bits = BigInt(this.#bytes) * 8n;
    const padding = new Uint8Array(((119 - (this.#bytes % 64)) % 64) + 9);
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits);
    this.update(padding);
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  #compress(): void {
    const words = this.#words;
    const block = new DataView(this.#block.buffer);
    for (let at = 0; at < 16; at++) words[at] = block.getUint32(at * 4);
    for (let at = 16; at < 64; at++) {
      const [near, far] = [word(words, at - 2), word(words, at - 15)];
      const one = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      const other = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      words[at] = one + word(words, at - 7) + other + word(words, at - 16);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state;
    for (let at = 0; at < 64; at++) {
      const ofE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + ofE + ((e & f) ^ (~e & g)) + word(constants, at) + word(words, at)) | 0;
      const ofA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const other = (ofA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + other) | 0];
    }
    for (const [place, value] of [a, b, c, d, e, f, g, h].entries())
      this.#state[place] = word(this.#state, place) + value;
    this.#filled = 0;
  }
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function word(words: Uint32Array, at: number): number {
  return words[at] ?? 0;
}

function roots(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}
