'use client';

import { type KeyboardEvent, memo, type RefObject, useRef, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { removeChip } from '@/lib/filter/edit';
import type { Chip } from '@/lib/filter/field';
import type { ParamProblem } from '@/lib/filter/problem';
import { parseSearch } from '@/lib/filter/search';
import { type Suggestions, suggest } from '@/lib/filter/suggest';
import { useWays } from '../view/useView';
import { chipKey } from './chipKey';
import { FilterChip } from './FilterChip';
import { withTyped } from './typed';

/** The filter as chips, and a text field that adds to it; Enter applies what is typed. */
export const FilterBox = memo(function FilterBox({
  chips,
  input,
}: {
  chips: readonly Chip[];
  input: RefObject<HTMLInputElement | null>;
}) {
  const { narrow } = useWays();
  const [text, setText] = useState('');
  const [suggestions, setSuggestions] = useState(() => suggest(''));
  const [problems, setProblems] = useState<readonly ParamProblem[]>([]);
  const anchor = useRef<HTMLDivElement>(null);

  const type = (typed: string) => {
    const caret = input.current?.selectionStart ?? typed.length;
    setText(typed);
    setSuggestions(suggest(typed.slice(0, caret)));
    setProblems([]);
  };
  const complete = (insert: string) => {
    const { start, typed } = suggestions;
    const completed = text.slice(0, start) + insert;
    setText(completed + text.slice(start + typed.length));
    setSuggestions(suggest(completed));
  };
  const apply = () => {
    const { problems: found } = parseSearch(text);
    setProblems(found);
    if (found.length > 0) return;
    setText('');
    setSuggestions(suggest(''));
    narrow((filter) => withTyped(filter, text));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const choosing = event.currentTarget.hasAttribute('aria-activedescendant');
    const last = chips.at(-1);
    if (event.key === 'Enter' && !choosing && text.trim() !== '') apply();
    if (event.key === 'Backspace' && text === '' && last) narrow((filter) => removeChip(filter, last));
  };

  return (
    <div className="min-w-0 flex-1 max-md:basis-full">
      <div ref={anchor} className="filter-box">
        {chips.length === 0 ? null : (
          <ul className="contents" aria-label="Filters">
            {chips.map((chip) => (
              <FilterChip key={chipKey(chip)} chip={chip} next={input} />
            ))}
          </ul>
        )}
        <ComboBox
          aria-label="Filter, or search reasons and names"
          className="min-w-40 flex-1"
          allowsCustomValue
          // An empty field opens its list on request only, so that it stays closed after Enter.
          menuTrigger={text === '' ? 'manual' : 'input'}
          inputValue={text}
          onInputChange={type}
          selectedKey={null}
          onSelectionChange={(key) => (key === null ? undefined : complete(String(key)))}
          items={suggestions.items.filter((item) => item.insert !== suggestions.typed)}
        >
          <Input
            ref={input}
            className="w-full bg-transparent px-1 outline-none"
            placeholder="Filter or search reasons and names…"
            spellCheck={false}
            autoComplete="off"
            maxLength={2000}
            aria-describedby={problems.length > 0 ? 'filter-problems' : undefined}
            onKeyDown={onKey}
          />
          <Popover
            className="menu w-96 max-w-[calc(100vw-2rem)]"
            triggerRef={anchor}
            placement="bottom start"
          >
            <ListBox<Suggestions['items'][number]> className="outline-none">
              {({ insert, words }) => (
                <ListBoxItem id={insert} textValue={insert} className="menu-item">
                  <code className="font-mono text-small">{insert}</code>
                  <span className="text-ink-2">{words}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
        <kbd className="kbd max-md:hidden">/</kbd>
      </div>
      {problems.length === 0 ? null : (
        <ul id="filter-problems" role="alert" className="note mt-2 grid gap-1">
          {problems.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
});
