'use client';

import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { addValue, readValues, setTook, toggleValue } from '@/lib/filter/edit';
import { fields, isListField, listFields } from '@/lib/filter/fields';
import type { FieldName, ListFieldName } from '@/lib/filter/filter';
import { parseSearch } from '@/lib/filter/search';
import { useView } from '../view/useView';

/** The choices of one field: boxes to tick where they are known, a line of text where they are not. */
export function FieldEditor({ field, done, back }: { field: FieldName; done: () => void; back: () => void }) {
  return (
    <div>
      <button type="button" className="menu-item text-ink-2" onClick={back}>
        <ArrowLeft size={14} aria-hidden /> All fields
      </button>
      {isListField(field) && listFields[field].words !== null ? (
        <Choices field={field} />
      ) : (
        <TypedValue field={field} done={done} />
      )}
    </div>
  );
}

function Choices({ field }: { field: ListFieldName }) {
  const { view, narrow } = useView();
  return (
    <fieldset>
      <legend className="section-title px-2 py-1 first-letter:uppercase">{fields[field].label} is</legend>
      {Object.entries(listFields[field].words ?? {}).map(([value, words], place) => (
        <label key={value} className="menu-item">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            // biome-ignore lint/a11y/noAutofocus: the choices were asked for and replace what had the focus.
            autoFocus={place === 0}
            checked={view.filter[field].is.includes(value)}
            onChange={() => narrow((filter) => toggleValue(filter, field, value))}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function TypedValue({ field, done }: { field: FieldName; done: () => void }) {
  const { narrow } = useView();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (isListField(field)) {
      const read = readValues(field, text);
      if ('wrong' in read) return setWrong(read.wrong);
      narrow((filter) => read.value.reduce((grown, value) => addValue(grown, field, value), filter));
    } else {
      const { filter, problems } = parseSearch(`took:${text.replaceAll(' ', '')}`);
      if (problems[0]) return setWrong(problems[0].message);
      narrow((present) => setTook(present, filter.took));
    }
    done();
  };
  return (
    <form onSubmit={add} className="grid gap-2 p-2">
      <label htmlFor={id} className="section-title first-letter:uppercase">
        {fields[field].label}{' '}
        {isListField(field) ? (field === 'tenant' ? 'is' : 'contains, or object id') : ''}
      </label>
      <input
        id={id}
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the line was asked for and replaces what had the focus.
        autoFocus
        value={text}
        placeholder={isListField(field) ? '' : '<60s, >=2h or 1m..5m'}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(null);
        }}
      />
      {wrong === null ? null : (
        <p id={`${id}-wrong`} role="alert" className="text-strong">
          {wrong}
        </p>
      )}
      <button type="submit" className="button button-primary button-small justify-center">
        Add
      </button>
    </form>
  );
}
