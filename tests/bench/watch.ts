/** What the page saw since the event that the wait counts from. */
export interface Seen {
  /** Until the last change of the page was drawn. */
  ms: number;
  /** The part of it after the last answer had come. */
  drawing: number;
  longestTask: number;
}

declare global {
  interface Window {
    /** Forgets what was seen; the wait counts from the last event of this kind. */
    begin: (from: string | null) => void;
    /** Waits until the page has asked for nothing and changed nothing for a while. */
    settled: () => Promise<Seen>;
  }
}

/** Runs in the page, and therefore calls nothing from outside itself. */
export function watch(): void {
  const quietMs = 250;
  let asking = 0;
  let started = 0;
  let answered = 0;
  let drawn = 0;
  let longestTask = 0;
  let from: string | null = null;

  const original = window.fetch;
  window.fetch = async (...question) => {
    asking += 1;
    try {
      return await original(...question);
    } finally {
      asking -= 1;
      answered = performance.now();
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      if (startTime + duration >= started) longestTask = Math.max(longestTask, duration);
    }
  }).observe({ type: 'longtask' });
  // A change is drawn with the next frame, and the task after that frame finds it on the screen.
  const changed = (changes: readonly MutationRecord[]) => {
    // Rows below the fold are laid out afterwards, when the page is idle.
    if (changes.every(({ target, attributeName }) => target.nodeName === 'TR' && attributeName === 'style'))
      return;
    drawn = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        drawn = performance.now();
      };
      port2.postMessage(null);
    });
  };
  new MutationObserver(changed).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  for (const type of ['pointerdown', 'pointerup', 'keydown']) {
    addEventListener(
      type,
      ({ timeStamp }) => {
        if (type === from) started = timeStamp;
      },
      { capture: true },
    );
  }

  window.begin = (event) => {
    from = event;
    started = performance.now();
    answered = 0;
    drawn = 0;
    longestTask = 0;
  };
  window.settled = () =>
    new Promise((resolve) => {
      const look = () => {
        const busy = asking > 0 || document.querySelector('[aria-busy=true]') !== null;
        const last = Math.max(drawn, answered, started);
        if (busy || performance.now() - last < quietMs) return setTimeout(look, 20);
        resolve({ ms: drawn - started, drawing: drawn - answered, longestTask });
      };
      look();
    });
}
