'use client';

import { ChevronRight, ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { fieldNames, fields } from '@/lib/filter/fields';
import type { FieldName } from '@/lib/filter/filter';
import { FieldEditor } from './FieldEditor';

/** Offers every field of the filter, then the choices of the one that is picked. */
export function AddFilter() {
  const [field, setField] = useState<FieldName | null>(null);
  return (
    <DialogTrigger onOpenChange={(open) => (open ? setField(null) : undefined)}>
      <Button className="button min-h-9">
        <ListFilter size={14} aria-hidden /> Add filter
      </Button>
      <Popover className="menu w-64" placement="bottom end">
        <Dialog
          aria-label={field === null ? 'Add filter' : `Filter by ${fields[field].label}`}
          className="outline-none"
        >
          {({ close }) =>
            field === null ? (
              <ul>
                {addable.map((name, place) => (
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
              <FieldEditor field={field} done={close} back={() => setField(null)} />
            )
          }
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The time range has a control of its own, and so have the search words. */
const addable = fieldNames.filter((name) => name !== 'time' && name !== 'q');
