/** A mark in pixels of the drawing. */
export interface Spot {
  x: number;
  y: number;
}

const one = (value: number) => Math.round(value * 10) / 10;

/** One path of dots: each is a line without length, which round ends make a disc as wide as the stroke. */
export function dots(spots: readonly Spot[]): string {
  return spots.map(({ x, y }) => `M${one(x)} ${one(y)}h0`).join('');
}

/** One path of triangles that stand on their base, `size` pixels from their middle to each corner. */
export function triangles(spots: readonly Spot[], size: number): string {
  const [half, down] = [one(size * 0.87), one(size * 1.5)];
  return spots.map(({ x, y }) => `M${one(x)} ${one(y - size)}l${half} ${down}h${-2 * half}z`).join('');
}

/** One path of upright strokes, `height` pixels each. */
export function ticks(spots: readonly Spot[], height: number): string {
  return spots.map(({ x, y }) => `M${one(x)} ${one(y - height / 2)}v${height}`).join('');
}

/** One path of rectangles. */
export function boxes(areas: readonly { x: number; y: number; width: number; height: number }[]): string {
  return areas
    .map(({ x, y, width, height }) => `M${one(x)} ${one(y)}h${one(width)}v${one(height)}h${-one(width)}z`)
    .join('');
}
