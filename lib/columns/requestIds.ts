import { Codes } from './codes';
import { inCodePoints } from './inCodePoints';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of each request: a UUID in sixteen bytes, any other id as its text. */
export class RequestIds {
  #words = new Codes(4);
  #others = new Map<number, string>();

  push(id: string): void {
    const isUuid = uuid.test(id);
    if (!isUuid) this.#others.set(this.#words.length / 4, id);
    const digits = isUuid ? id.replaceAll('-', '') : '';
    for (let word = 0; word < 4; word++)
      this.#words.push(isUuid ? Number.parseInt(digits.slice(word * 8, word * 8 + 8), 16) : digestOf(id));
  }

  text(row: number): string {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    let digits = '';
    for (let word = 0; word < 4; word++)
      digits += (this.#words.values[row * 4 + word] ?? 0).toString(16).padStart(8, '0');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  compare(one: number, other: number): number {
    if (this.#others.has(one) || this.#others.has(other))
      return inCodePoints(this.text(one), this.text(other));
    const { values } = this.#words;
    for (let word = 0; word < 4; word++) {
      const difference = (values[one * 4 + word] ?? 0) - (values[other * 4 + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** A number that equal ids share, and hardly any others. */
  digest(row: number): number {
    return this.#words.values[row * 4 + 3] ?? 0;
  }

  of(rows: Uint32Array): RequestIds {
    const found = new RequestIds();
    found.#words = this.#words.of(rows, 4);
    if (this.#others.size > 0)
      for (const [place, row] of rows.entries()) {
        const other = this.#others.get(row);
        if (other !== undefined) found.#others.set(place, other);
      }
    return found;
  }
}

function digestOf(id: string): number {
  let digest = 0;
  for (let at = 0; at < id.length; at++) digest = (Math.imul(digest, 31) + id.charCodeAt(at)) >>> 0;
  return digest;
}
