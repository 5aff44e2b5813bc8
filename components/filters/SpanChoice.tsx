'use client';

import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Span } from '@/lib/filter/filter';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { FixedSpan } from './FixedSpan';

/** A span that is offered by name. */
export interface Preset {
  words: string;
  span: Span;
}

export const allTime: Preset = { words: 'All time', span: { kind: 'all' } };

/** A button that says the span of time, and the choices for another one. */
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
      <Button className="button min-h-9 max-w-full">
        <Clock size={14} aria-hidden />
        <span className="truncate first-letter:uppercase">{words}</span>
      </Button>
      <Popover className="menu w-72" placement="bottom end">
        <Dialog aria-label="Time range" className="outline-none">
          {({ close }) => {
            const chooseAndClose = (chosen: Span) => {
              choose(chosen);
              close();
            };
            return (
              <>
                {children}
                {presets.map((preset) => (
                  <button
                    key={preset.words}
                    type="button"
                    className="menu-item aria-pressed:font-semibold"
                    aria-pressed={isSame(preset.span, span)}
                    onClick={() => chooseAndClose(preset.span)}
                  >
                    {preset.words}
                  </button>
                ))}
                <FixedSpan
                  span={span}
                  local={view.tz === 'local'}
                  timeZone={timeZone}
                  choose={chooseAndClose}
                />
              </>
            );
          }}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function isSame(a: Span, b: Span): boolean {
  if (a.kind === 'rolling' && b.kind === 'rolling') return a.amount === b.amount && a.unit === b.unit;
  return a.kind === 'all' && b.kind === 'all';
}
