'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { emptyFilter } from '@/lib/filter/fields';
import { defaultView, type View } from '@/lib/filter/view';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { useCommands } from './useCommands';
import { useFound } from './useFound';

/** One thing that the palette can do. */
export interface Command {
  id: string;
  words: string;
  /** What the thing is, beside its name. */
  about?: string;
  run: () => void;
}

/** Everything by name: pages, settings of this view, and the packages and people of the data. */
export function Palette({
  typedAhead,
  close,
}: {
  /** What was typed between asking for the palette and its coming. */
  typedAhead: RefObject<string>;
  close: () => void;
}) {
  const [typed, setTyped] = useState(() => typedAhead.current);
  const { contains } = useFilter({ sensitivity: 'base' });
  const router = useRouter();
  const { view } = useView();
  const carried: View = { ...defaultView, tz: view.tz, filter: { ...emptyFilter, time: view.filter.time } };
  const commands = useCommands(carried, (address) => router.push(address));
  const found = useFound(typed, carried, (address) => router.push(address));
  const sections = [
    ...commands,
    { title: 'Packages', commands: found.packages },
    { title: 'People', commands: found.people },
  ].filter((section) => section.commands.length > 0);
  const all = sections.flatMap((section) => section.commands);
  const run = (id: string | undefined) => {
    const command = all.find((each) => each.id === id);
    if (command === undefined) return;
    close();
    command.run();
  };
  /** What was typed before the palette came has put no command under the cursor: Enter then takes the first. */
  const runFirst = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.currentTarget.querySelector('[role=menuitem][data-focused]')) return;
    event.preventDefault();
    run(all.find(({ id, words }) => id.startsWith('found:') || contains(words, typed.trim()))?.id);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className="overlay">
      <Modal className="sheet palette">
        <Dialog aria-label="Command palette" className="outline-none">
          <div onKeyDownCapture={runFirst}>
            <Autocomplete
              inputValue={typed}
              onInputChange={setTyped}
              filter={(text, wanted, node) =>
                typeof node.key === 'string' && node.key.startsWith('found:') ? true : contains(text, wanted)
              }
            >
              <SearchField aria-label="Find a page, a setting, a package or a person" autoFocus>
                <Input className="input w-full" placeholder="Go to, set, find a package or a person…" />
              </SearchField>
              <Menu
                aria-label="Commands"
                className="mt-2 max-h-[50vh] overflow-auto outline-none"
                renderEmptyState={() => (
                  <p className="p-2 text-ink-3">{found.asking ? 'Looking…' : 'Nothing has this name.'}</p>
                )}
                onAction={(key) => run(String(key))}
              >
                {sections.map((section) => (
                  <MenuSection key={section.title} id={section.title}>
                    <Header className="section-title px-2 pt-2">{section.title}</Header>
                    {section.commands.map(({ id, words, about }) => (
                      <MenuItem key={id} id={id} textValue={words} className="menu-item justify-between">
                        <span className="truncate">{visible(words)}</span>
                        {about === undefined ? null : (
                          <span className="shrink-0 text-ink-3 text-small">{visible(about)}</span>
                        )}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
            <p role="status" className="mt-1 min-h-4 px-2 text-ink-3 text-small">
              {found.failed ? 'Packages and people could not be looked up.' : ''}
            </p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
