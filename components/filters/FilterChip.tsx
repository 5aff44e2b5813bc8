'use client';

import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { removeChip, toggleNot } from '@/lib/filter/edit';
import type { Chip } from '@/lib/filter/field';
import { isListField } from '@/lib/filter/fields';
import { byKeyboard } from '../ui/byKeyboard';
import { LogText } from '../ui/LogText';
import { visible } from '../ui/visibleText';
import { useWays } from '../view/useView';

/**
 * One clause of the filter: its verb turns it into its opposite, the cross takes it away, after which `next` takes the
 * focus.
 */
export function FilterChip({ chip, next }: { chip: Chip; next: RefObject<HTMLElement | null> }) {
  const { narrow } = useWays();
  const { field, not, label, verb, words } = chip;
  const turn = isListField(field) ? () => narrow((filter) => toggleNot(filter, field, not)) : undefined;
  return (
    <li className="flex max-w-full items-center rounded-tag bg-accent-bg">
      <span className="min-w-0 truncate ps-2">
        <span className="text-ink-2">{label}</span>{' '}
        {turn === undefined ? (
          verb
        ) : (
          <button
            type="button"
            className="min-h-6 min-w-6 hover:underline"
            title="Turn into the opposite"
            onClick={turn}
          >
            {verb}
          </button>
        )}{' '}
        <span className="font-medium">
          <LogText text={words} />
        </span>
      </span>
      <button
        type="button"
        className="grid size-6 shrink-0 place-items-center text-ink-2 hover:text-ink"
        aria-label={`Remove the filter ${label} ${verb} ${visible(words)}`}
        onClick={(event) => {
          narrow((filter) => removeChip(filter, chip));
          if (byKeyboard(event)) next.current?.focus();
        }}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
