'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useStored } from '../ui/useStored';
import { type KeyName, keyName } from './keys';

const ShortcutSheet = dynamic(() => import('./ShortcutSheet').then((sheet) => sheet.ShortcutSheet));
const Palette = dynamic(() => import('./Palette').then((palette) => palette.Palette));

type Handlers = Map<KeyName | 'Escape', (() => void)[]>;

interface KeysContext {
  handlers: Handlers;
  openSheet: () => void;
  openPalette: () => void;
}

const Context = createContext<KeysContext | null>(null);

/** Whether single keys are on, and the switch for it. */
export function useKeysOn(): [on: boolean, set: (on: boolean) => void] {
  const [stored, store] = useStored('keys');
  return [stored !== 'off', (on) => store(on ? null : 'off')];
}

/** Hears the keys of every page, and opens the palette and the list of keys. */
export function Keys({ children }: { children: ReactNode }) {
  const [on] = useKeysOn();
  const [shown, show] = useState<'sheet' | 'palette' | null>(null);
  const ahead = useRef('');
  const opening = useRef(false);
  const context = useMemo<KeysContext>(
    () => ({
      handlers: new Map(),
      openSheet: () => show('sheet'),
      openPalette: () => {
        ahead.current = '';
        opening.current = true;
        show('palette');
      },
    }),
    [],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k') {
        event.preventDefault();
        context.openPalette();
        return;
      }
      if (opening.current && !isElsewhere(event.target)) {
        // The palette is on its way: what is typed meanwhile is meant for it.
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) ahead.current += event.key;
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const name = event.key === 'Escape' ? 'Escape' : on ? keyName(event.key) : null;
      if (name === null) return;
      const handler =
        context.handlers.get(name)?.at(-1) ?? (name === 'sheet' ? context.openSheet : undefined);
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, context]);
  return (
    <Context value={context}>
      {children}
      {shown === 'sheet' ? <ShortcutSheet close={() => show(null)} /> : null}
      {shown === 'palette' ? (
        <Palette
          typedAhead={ahead}
          close={() => {
            opening.current = false;
            show(null);
          }}
        />
      ) : null}
    </Context>
  );
}

/** Opens the palette or the list of keys. Throws outside `Keys`. */
export function useKeySheets(): Pick<KeysContext, 'openSheet' | 'openPalette'> {
  const context = use(Context);
  if (context === null) throw new Error('useKeySheets needs Keys above it');
  return context;
}

/** Lets a key call `handler` while the component is shown; of several, the one that came last. */
export function useKey(name: KeyName | 'Escape', handler: (() => void) | null): void {
  const context = use(Context);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const active = handler !== null;
  useEffect(() => {
    if (!active || context === null) return;
    const call = () => latest.current?.();
    const held = context.handlers.get(name) ?? [];
    context.handlers.set(name, [...held, call]);
    return () => {
      const left = (context.handlers.get(name) ?? []).filter((each) => each !== call);
      context.handlers.set(name, left);
    };
  }, [context, name, active]);
}

/** Typing, and whatever opens over the page, keep their keys to themselves. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
    ) !== null
  );
}
