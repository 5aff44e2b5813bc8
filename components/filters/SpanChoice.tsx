'use client';

import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Span } from '@/lib/filter/filter';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { FixedSpan } from './FixedSpan';
import { isSameSpan, type Preset } from './spanWords';

/** A button that says the span of time, and the choices for another one: by name, or by its two ends. */
export function SpanChoice({
  words,
  span,
  presets,
  choose,
  children,
}: {
  words: string;
  span: Span;
  presets: readonly Preset[];
  choose: (span: Span) => void;
  children?: ReactNode;
}) {
  const { view } = useView();
  const { timeZone } = useZone();
  return (
    <DialogTrigger>
      <Button className="button min-h-9 min-w-0 max-w-full">
        <Clock size={14} aria-hidden className="shrink-0" />
        <span className="truncate first-letter:uppercase">{words}</span>
      </Button>
      <Popover className="menu max-w-[calc(100vw-1rem)]" placement="bottom end">
        <Dialog aria-label="Time range" className="outline-none">
          {({ close }) => {
            const chooseAndClose = (chosen: Span) => {
              choose(chosen);
              close();
            };
            return (
              <div className="flex flex-wrap gap-x-2">
                <div className="min-w-52 flex-1">
                  {children}
                  {presets.map((preset) => (
                    <button
                      key={preset.words}
                      type="button"
                      className="menu-item aria-pressed:font-semibold"
                      aria-pressed={isSameSpan(preset.span, span)}
                      onClick={() => chooseAndClose(preset.span)}
                    >
                      {preset.words}
                    </button>
                  ))}
                </div>
                <FixedSpan
                  span={span}
                  local={view.tz === 'local'}
                  timeZone={timeZone}
                  choose={chooseAndClose}
                />
              </div>
            );
          }}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
