/** A part of a chart's plot area, each side from 0 to 1; `bottom` to `top` counts upward. */
export interface Area {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A point of the plot area, from 0 to 1 to the right and upward. */
export interface Point {
  x: number;
  y: number;
}

/** A block of the cells that keys move over, both ends inside it. */
export interface Block {
  firstColumn: number;
  lastColumn: number;
  firstRow: number;
  lastRow: number;
}

/** The pixels that a pointer must move in a direction to have meant that direction. */
const meant = 5;

/**
 * The area between two points; all of a direction in which the pointer hardly moved. Null for a click. `width` and
 * `height` are those of the plot area in pixels.
 */
export function areaBetween(a: Point, b: Point, width: number, height: number): Area | null {
  const wide = Math.abs(a.x - b.x) * width >= meant;
  const high = Math.abs(a.y - b.y) * height >= meant;
  if (!wide && !high) return null;
  return {
    left: wide ? Math.min(a.x, b.x) : 0,
    right: wide ? Math.max(a.x, b.x) : 1,
    bottom: high ? Math.min(a.y, b.y) : 0,
    top: high ? Math.max(a.y, b.y) : 1,
  };
}

/** The area of a block of cells, given the edges of the columns and of the rows. */
export function areaOf(block: Block, columns: readonly number[], rows: readonly number[]): Area {
  return {
    left: columns[block.firstColumn] ?? 0,
    right: columns[block.lastColumn + 1] ?? 1,
    bottom: rows[block.firstRow] ?? 0,
    top: rows[block.lastRow + 1] ?? 1,
  };
}

/** The places of the first and last of the columns that a stretch of the plot area touches. */
export function columnsIn(
  left: number,
  right: number,
  edges: readonly number[],
): [first: number, last: number] {
  const last = Math.max(edges.length - 2, 0);
  const first = Math.min(
    Math.max(
      edges.findLastIndex((edge) => edge <= left),
      0,
    ),
    last,
  );
  const end = edges.findIndex((edge) => edge >= right);
  return [first, Math.max(first, end < 0 ? last : end - 1)];
}

/** The edges of so many columns of equal width. */
export function evenEdges(columns: number): number[] {
  return Array.from({ length: columns + 1 }, (_, place) => place / columns);
}

/** What remains of a stretch inside the plot area; null when nothing does. */
export function clipped(left: number, right: number): [left: number, right: number] | null {
  const [from, to] = [Math.max(left, 0), Math.min(right, 1)];
  return from < to ? [from, to] : null;
}
