const rowsAtOnce = 10;

/**
 * Rows out of view are left for later by the style sheet, and for whoever reads the page by its structure they have no
 * cells until then. This lays them out too, a few whenever the page has nothing else to do. Answers the way to stop.
 */
export function layOutWhenIdle(rows: Iterable<HTMLElement>): () => void {
  const left = [...rows].filter((row) => row.style.contentVisibility === '');
  let stop = () => {};
  const go = () => {
    for (const row of left.splice(0, rowsAtOnce)) row.style.contentVisibility = 'visible';
    if (left.length > 0) stop = whenIdle(go);
  };
  stop = whenIdle(go);
  return () => stop();
}

/** Not every browser tells when it is idle. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 50);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act);
  return () => cancelIdleCallback(waiting);
}
