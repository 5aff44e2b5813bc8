const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A small seeded generator of random numbers (sfc32). The same keys give the same sequence on every machine;
 * keys such as (seed, 'request', 17) let any request be made again without making those before it.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...keys: readonly (number | string)[]) {
    let state = 0x9e3779b9;
    for (const key of keys) state = absorb(state, key);
    this.a = mix(state);
    this.b = mix(state + 0x6d2b79f5);
    this.c = mix(state + 0x3c6ef372);
    for (let round = 0; round < 8; round++) this.word();
  }

  /** A whole number, 0 <= n < 2^32. */
  word(): number {
    const result = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** 0 <= n < 1. */
  unit(): number {
    return this.word() / 4294967296;
  }

  /** A whole number, 0 <= n < `end`. */
  below(end: number): number {
    return Math.floor(this.unit() * end);
  }

  /** A whole number, `first` <= n <= `last`. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of `items`, each as likely as the next. Throws when there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** One of `choices` by weight; the weights need not add up to one. Throws when there are none. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let rest = this.unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    throw new RangeError('There is nothing to pick from.');
  }

  /** Normally distributed, by the method of Box and Muller. */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.unit());
  }

  /** Log-normally distributed: half of the numbers lie below `median`. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  /** A GUID of version 4, lower-case. */
  guid(): string {
    const a = this.word();
    const b = (this.word() & 0xffff0fff) | 0x4000;
    const c = (this.word() & 0x3fffffff) | 0x80000000;
    return `${bytes(a)}-${pair(b >>> 16)}-${pair(b)}-${pair(c >>> 16)}-${pair(c)}${bytes(this.word())}`;
  }
}

function absorb(state: number, key: number | string): number {
  if (typeof key === 'number') return mix(mix(state ^ (key >>> 0)) + Math.floor(key / 4294967296));
  let next = state;
  for (let at = 0; at < key.length; at++) next = Math.imul(next ^ key.charCodeAt(at), 0x01000193);
  return mix(next ^ key.length);
}

function mix(word: number): number {
  let next = word | 0;
  next = Math.imul(next ^ (next >>> 16), 0x21f0aaad);
  next = Math.imul(next ^ (next >>> 15), 0x735a2d97);
  return next ^ (next >>> 15);
}

function pair(word: number): string {
  return `${hex[(word >>> 8) & 255]}${hex[word & 255]}`;
}

function bytes(word: number): string {
  return pair(word >>> 16) + pair(word);
}
