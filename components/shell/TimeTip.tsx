'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useId, useState } from 'react';
import { timeInFull } from '@/lib/words/time';
import { useZone } from '../view/Zone';

/** Moving through the rows by key is not covered by tips on the way. */
const delayMs = 600;

/** Room that a tip is given, in pixels: three lines, and the longest of them. */
const size = { width: 280, height: 80 };

interface Tip {
  lines: string[];
  left: number;
  top: number;
}

/** What the title of a time says to a pointer, for a link or button with a time in it that a key has brought the focus to. */
export function TimeTip() {
  const { local, now } = useZone();
  const pathname = usePathname();
  const [tip, setTip] = useState<Tip | null>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus goes with its page, and the tip with it.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let described: Element | null = null;
    /** What is not there yet is placed when it comes, so that a scroll before it does not matter. */
    const hide = () => {
      described?.removeAttribute('aria-describedby');
      described = null;
      setTip(null);
    };
    const cancel = () => {
      clearTimeout(timer);
      hide();
    };
    const show = (holder: Element, time: HTMLTimeElement) => {
      if (document.activeElement !== holder) return;
      const { left, top, bottom } = holder.getBoundingClientRect();
      const isRoomBelow = bottom + size.height < window.innerHeight;
      holder.setAttribute('aria-describedby', id);
      described = holder;
      setTip({
        lines: timeInFull(time.dateTime, local, now),
        left: Math.max(0, Math.min(left, window.innerWidth - size.width)),
        top: isRoomBelow ? bottom + 4 : top - size.height,
      });
    };
    const onFocus = ({ target }: FocusEvent) => {
      cancel();
      if (!(target instanceof Element) || !target.matches('a:focus-visible, button:focus-visible')) return;
      const time = target.querySelector('time');
      if (time !== null) timer = setTimeout(show, delayMs, target, time);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') cancel();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', cancel);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', onKey);
    return () => {
      cancel();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', cancel);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', onKey);
    };
  }, [id, local, now, pathname]);
  if (tip === null) return null;
  return (
    <div
      id={id}
      role="tooltip"
      className="menu pointer-events-none fixed z-50 px-2 text-small print:hidden"
      style={{ left: tip.left, top: tip.top }}
    >
      {tip.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
