'use client';

import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { blockOf, type Cursor, moved } from './keys';
import { PlotBox, PlotTip, type Tip } from './PlotBox';
import { type Area, areaBetween, areaOf, type Block, type Point } from './plane';

export interface Plot {
  width: number;
  height: number;
}

/**
 * What lies over a drawing and takes the pointer and the keys: dragging draws a brush, arrow keys walk cells, Shift
 * extends, Enter filters, Esc clears. It keeps its own state, so that the drawing below is not made anew by a drag.
 */
export function PlotLayer({
  label,
  inset,
  columns,
  rows,
  start,
  brush,
  snap = (area) => area,
  say,
  tip,
  chooseArea,
  chooseBlock,
  choosePoint,
  clear,
}: {
  label: string;
  /** Pixels between the chart's edges and its plot area. */
  inset: { left: number; right: number; top: number; bottom: number };
  /** Edges of the cells from left to right and from below, from 0 to 1. */
  columns: readonly number[];
  rows: readonly number[];
  /** The cell from which keys set out. */
  start: { column: number; row: number };
  /** What the address says is chosen. */
  brush: Area | null;
  /** Where a dragged area would come to lie. */
  snap?: (area: Area) => Area;
  say: (block: Block) => string;
  tip: (point: Point, plot: Plot) => Tip | null;
  chooseArea: (area: Area) => void;
  chooseBlock: (block: Block) => void;
  choosePoint: (point: Point, plot: Plot) => void;
  clear: () => void;
}) {
  const hint = useId();
  const [drag, setDrag] = useState<{ from: Point; area: Area | null } | null>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [hovered, setHovered] = useState<Tip | null>(null);
  const block = cursor === null ? null : blockOf(cursor);

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCursor(null);
    setHovered(null);
    setDrag({ from: placed(event).point, area: null });
  };
  const move = (event: PointerEvent) => {
    const { point, plot } = placed(event);
    if (drag === null) return setHovered(tip(point, plot));
    const area = areaBetween(drag.from, point, plot.width, plot.height);
    setDrag({ ...drag, area: area && snap(area) });
  };
  const release = (event: PointerEvent) => {
    if (drag === null) return;
    setDrag(null);
    const { point, plot } = placed(event);
    const area = areaBetween(drag.from, point, plot.width, plot.height);
    if (area) chooseArea(area);
    else choosePoint(point, plot);
  };

  const letGo = () => {
    if (drag !== null) setDrag(null);
    else if (cursor !== null) setCursor(null);
    else if (brush !== null) clear();
    else return false;
    return true;
  };
  const walk = (key: string, extend: boolean) => {
    const first = { ...start, fromColumn: start.column, fromRow: start.row };
    const to = moved(cursor ?? first, key, extend, columns.length - 1, rows.length - 1);
    if (to === null) return false;
    setHovered(null);
    setCursor(cursor === null ? first : to);
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const used =
      event.key === 'Escape'
        ? letGo()
        : event.key === 'Enter'
          ? block !== null
          : walk(event.key, event.shiftKey);
    if (!used) return;
    event.preventDefault();
    if (event.key === 'Enter' && block !== null) chooseBlock(block);
  };

  const shown = block === null ? hovered : { ...cornerOf(areaOf(block, columns, rows)), words: say(block) };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className="plot-layer"
        style={inset}
        aria-label={label}
        aria-describedby={hint}
        aria-valuemin={0}
        aria-valuemax={(columns.length - 1) * (rows.length - 1) - 1}
        aria-valuenow={cursor === null ? 0 : cursor.row * (columns.length - 1) + cursor.column}
        aria-valuetext={block === null ? 'Nothing is marked' : say(block)}
        onKeyDown={onKey}
        onBlur={() => setCursor(null)}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setHovered(null)}
      >
        {brush === null ? null : <PlotBox kind="brush" area={brush} />}
        {drag?.area ? <PlotBox kind="drag" area={drag.area} /> : null}
        {block === null ? null : <PlotBox kind="cursor" area={areaOf(block, columns, rows)} />}
        {shown === null || drag !== null ? null : <PlotTip tip={shown} />}
      </div>
      <span id={hint} hidden>
        Arrow keys move, with Shift they extend, Enter filters by what is marked, Escape clears.
      </span>
    </>
  );
}

function cornerOf(area: Area): Point {
  return { x: area.left > 0.5 ? area.left : area.right, y: area.bottom > 0.5 ? area.bottom : area.top };
}

function placed({ currentTarget, clientX, clientY }: PointerEvent): { point: Point; plot: Plot } {
  const { left, bottom, width, height } = currentTarget.getBoundingClientRect();
  const part = (value: number) => Math.min(Math.max(value, 0), 1);
  return {
    point: { x: part((clientX - left) / width), y: part((bottom - clientY) / height) },
    plot: { width, height },
  };
}
