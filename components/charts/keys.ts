import type { Block } from './plane';

/** The cell that keys stand on, and the one where they stood when Shift began to extend. */
export interface Cursor {
  column: number;
  row: number;
  fromColumn: number;
  fromRow: number;
}

const moves: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
  PageUp: [0, Infinity],
  PageDown: [0, -Infinity],
};

/** Where a key takes the cursor among so many columns and rows; with `extend` it drags a block behind it. Null for other keys. */
export function moved(
  cursor: Cursor,
  key: string,
  extend: boolean,
  columns: number,
  rows: number,
): Cursor | null {
  const move = moves[key];
  if (move === undefined || (rows === 1 && move[0] === 0)) return null;
  const column = Math.min(Math.max(cursor.column + move[0], 0), columns - 1);
  const row = Math.min(Math.max(cursor.row + move[1], 0), rows - 1);
  return extend ? { ...cursor, column, row } : { column, row, fromColumn: column, fromRow: row };
}

export function blockOf({ column, row, fromColumn, fromRow }: Cursor): Block {
  return {
    firstColumn: Math.min(column, fromColumn),
    lastColumn: Math.max(column, fromColumn),
    firstRow: Math.min(row, fromRow),
    lastRow: Math.max(row, fromRow),
  };
}
