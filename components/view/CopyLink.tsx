'use client';

import { Check, ChevronDown, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useAnswer } from '../data/useAnswer';
import { spanWords } from '../filters/spanWords';
import { type FrozenLink, useFrozenLink } from './useFrozenLink';
import { useView } from './useView';
import { useZone } from './Zone';

const outcomes = {
  copied: 'Copied',
  bare: 'Copied, without a receipt: the server did not answer',
  refused: 'The browser refused to copy',
};

/**
 * Copies a lasting link to exactly this view. With `menu`, also the link as it is in the address bar, whose span
 * moves with time.
 */
export function CopyLink({
  id,
  className,
  menu = false,
}: {
  id?: string;
  className?: string;
  menu?: boolean;
}) {
  const prepare = useFrozenLink();
  const { view, hrefOf } = useView();
  const zone = useZone();
  const coverage = useAnswer('/api/coverage', '/api/coverage');
  const [outcome, setOutcome] = useState<keyof typeof outcomes | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), outcome === 'copied' ? 2500 : 6000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (link: () => Promise<FrozenLink>) => {
    try {
      setOutcome((await link()).receipt ? 'copied' : 'bare');
    } catch {
      setOutcome('refused');
    }
  };
  const copyFrozen = () =>
    copy(async () => {
      const { made, making } = prepare();
      if (made === null) await writeWhenMade(making);
      else await navigator.clipboard.writeText(made.address);
      return making;
    });
  const { span } = view.filter.time;
  const moves = span.kind !== 'absolute';
  const copyRolling = () =>
    copy(async () => {
      const thresholds = coverage.answer?.meta.thresholds ?? null;
      const rolling = { ...view, asof: null, digest: null, thresholds };
      const address = new URL(hrefOf(rolling), window.location.href).href;
      await navigator.clipboard.writeText(address);
      return { address, receipt: true };
    });

  const plain = className ?? 'button button-small';
  return (
    <span className="inline-flex">
      <button
        type="button"
        id={id}
        className={`${plain} ${menu ? 'rounded-e-none' : ''}`}
        onClick={copyFrozen}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        {outcome === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        <span className="max-[30rem]:sr-only">Copy link</span>
        <span role="status" className={outcome === null || outcome === 'copied' ? 'sr-only' : ''}>
          {outcome === null ? '' : outcomes[outcome]}
        </span>
      </button>
      {menu ? (
        <MenuTrigger>
          <Button
            aria-label="More ways to copy a link"
            className={`${plain} rounded-s-none border-s-on-accent px-1.5`}
          >
            <ChevronDown size={14} aria-hidden />
          </Button>
          <Popover className="menu w-80 max-w-[calc(100vw-1rem)]" placement="bottom end">
            <Menu
              aria-label="Links to copy"
              className="outline-none"
              disabledKeys={moves ? [] : ['rolling']}
              onAction={(key) => (key === 'rolling' ? copyRolling() : copyFrozen())}
            >
              <MenuItem id="frozen" textValue="Copy frozen link" className="menu-item">
                <span>
                  Copy frozen link
                  <span className="block text-ink-2 text-small">
                    Fixed times, and a receipt of the rows shown
                  </span>
                </span>
              </MenuItem>
              <MenuItem
                id="rolling"
                textValue="Copy rolling link"
                className="menu-item data-[disabled]:text-ink-3"
              >
                <span>
                  Copy rolling link ({moves ? spanWords(span, zone) : 'this span has fixed ends'})
                  <span className="block text-small">Shows what the span holds when it is opened</span>
                </span>
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      ) : null}
    </span>
  );
}

/** Browsers let a page write only right after a click; what takes longer is handed to them as a promise. */
async function writeWhenMade(making: Promise<FrozenLink>): Promise<void> {
  const text = making.then(({ address }) => new Blob([address], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}
