'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useKey } from '../keys/Keys';
import { useView } from '../view/useView';

const pause = 250;

/** A field for part of a name; what is typed goes to the address once typing pauses, without a step in the history. */
export function FindBox({ label }: { label: string }) {
  const { view, show } = useView();
  const [text, setText] = useState(view.find);
  const written = useRef(view.find);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (view.find === written.current) return;
    clearTimeout(timer.current);
    written.current = view.find;
    setText(view.find);
  }, [view.find]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKey('search', () => input.current?.focus());

  const find = (typed: string) => {
    clearTimeout(timer.current);
    written.current = typed.trim();
    show((present) => ({ ...present, find: written.current, page: 1 }), { replace: true });
  };
  return (
    <label className="input flex min-h-9 items-center gap-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent">
      <Search size={14} aria-hidden className="shrink-0 text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={`${label}…`}
        className="w-64 min-w-0 flex-1 bg-transparent outline-none"
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={({ target: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => find(value), pause);
        }}
        onKeyDown={(event) => (event.key === 'Enter' ? find(text) : undefined)}
        // Before a link in the list is followed: a later change of the address would call that off.
        onBlur={() => (text.trim() === written.current ? undefined : find(text))}
      />
      <kbd className="kbd max-md:hidden">/</kbd>
    </label>
  );
}
