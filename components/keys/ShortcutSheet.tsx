'use client';

import { Dialog, Heading, Modal, ModalOverlay, Switch } from 'react-aria-components';
import { useKeysOn } from './Keys';
import { furtherKeys, keys } from './keys';

/** The list of keys, and the switch that turns the single ones off (WCAG 2.1.4). */
export function ShortcutSheet({ close }: { close: () => void }) {
  const [on, set] = useKeysOn();
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className="overlay">
      <Modal className="sheet">
        <Dialog className="outline-none">
          <Heading slot="title" className="text-title">
            Keys
          </Heading>
          <dl className="my-3 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1">
            {Object.values(keys).map(({ key, words }) => (
              <Key key={key} keys={[key]} words={words} off={!on} />
            ))}
            {furtherKeys.map((further) => (
              <Key key={further.words} {...further} off={false} />
            ))}
          </dl>
          <Switch isSelected={on} onChange={set} className="switch">
            <span className="switch-track" aria-hidden />
            Single keys {on ? 'on' : 'off'}
          </Switch>
          <p className="mt-1 text-ink-3 text-small">Kept in this browser. Keys do nothing while you type.</p>
          <div className="mt-3 flex justify-end">
            <button type="button" className="button" onClick={close}>
              Close
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Key({ keys: pressed, words, off }: { keys: readonly string[]; words: string; off: boolean }) {
  return (
    <>
      <dt className="flex gap-1 justify-self-end">
        {pressed.map((key) => (
          <kbd key={key} className="kbd">
            {key}
          </kbd>
        ))}
      </dt>
      <dd className={off ? 'text-ink-3 line-through' : ''}>
        {words}
        {off ? <span className="sr-only"> (off)</span> : null}
      </dd>
    </>
  );
}
