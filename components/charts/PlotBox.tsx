import type { Area, Point } from './plane';

/** Words beside a point of the plot area. */
export interface Tip extends Point {
  words: string;
}

/** A rectangle over the plot area: what is chosen, dragged or marked by keys. */
export function PlotBox({ kind, area }: { kind: 'brush' | 'drag' | 'cursor'; area: Area }) {
  const style = {
    left: percent(area.left),
    right: percent(1 - area.right),
    bottom: percent(area.bottom),
    top: percent(1 - area.top),
  };
  return <div className={`plot-box plot-${kind}`} style={style} data-plot={kind} />;
}

/** Words beside their point, on the side where there is room. */
export function PlotTip({ tip: { x, y, words } }: { tip: Tip }) {
  const side = x > 0.5 ? { right: percent(1 - x) } : { left: percent(x) };
  const level = y > 0.5 ? { top: percent(1 - y) } : { bottom: percent(y) };
  return (
    <div className="plot-tip" style={{ ...side, ...level }}>
      {words}
    </div>
  );
}

function percent(part: number): string {
  return `${part * 100}%`;
}
