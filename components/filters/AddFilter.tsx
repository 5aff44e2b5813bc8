'use client';

import { ChevronRight, ListFilter } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { fieldNames, fields } from '@/lib/filter/fields';
import type { FieldName } from '@/lib/filter/filter';
import { useKey } from '../keys/Keys';
import { useView } from '../view/useView';
import { FieldEditor } from './FieldEditor';

/** Offers every field of the filter, then the choices of the one that is picked. */
export const AddFilter = memo(function AddFilter() {
  const { pinned } = useView();
  const [field, setField] = useState<FieldName | null>(null);
  const [isOpen, setOpen] = useState(false);
  const openOrClose = (open: boolean) => {
    if (open) setField(null);
    setOpen(open);
  };
  useKey('addFilter', () => openOrClose(true));
  const offered = addable.filter((name) => name !== pinned?.field);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={openOrClose}>
      <Button className="button min-h-9">
        <ListFilter size={14} aria-hidden /> Add filter
      </Button>
      <Popover
        className="menu w-64"
        placement="bottom end"
        aria-label={field === null ? 'Add filter' : `Filter by ${fields[field].label}`}
      >
        {field === null ? (
          <ul>
            {offered.map((name, place) => (
              <li key={name}>
                <button
                  type="button"
                  className="menu-item justify-between first-letter:uppercase"
                  // biome-ignore lint/a11y/noAutofocus: the list was asked for and replaces what had the focus.
                  autoFocus={place === 0}
                  onClick={() => setField(name)}
                >
                  {fields[name].label} <ChevronRight size={14} aria-hidden className="text-ink-3" />
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <FieldEditor field={field} done={() => openOrClose(false)} back={() => setField(null)} />
        )}
      </Popover>
    </DialogTrigger>
  );
});

/** The time range, the brush over the charts, a grown link, what cells leave out and the search words have controls of their own. */
const elsewhere: readonly FieldName[] = ['time', 'decided', 'arrived', 'notTook', 'notTime', 'q'];
const addable = fieldNames.filter((name) => !elsewhere.includes(name));
