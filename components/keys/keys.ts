/** Every single key that does something, and what. Letters can be turned off; each has a visible control too. */
export const keys = {
  search: { key: '/', words: 'Search, or type a filter' },
  addFilter: { key: 'f', words: 'Add a filter' },
  next: { key: 'j', words: 'Next request' },
  previous: { key: 'k', words: 'Previous request' },
  previousSpan: { key: '[', words: 'Previous window of time' },
  nextSpan: { key: ']', words: 'Next window of time' },
  zone: { key: 't', words: 'UTC or local time' },
  copyLink: { key: 'c', words: 'Copy a frozen link' },
  sheet: { key: '?', words: 'This list' },
} as const;
export type KeyName = keyof typeof keys;

/** Keys that the browser or a part of the page knows by itself; they stay on. */
export const furtherKeys: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['Enter'], words: 'Open the request in focus' },
  { keys: ['Esc'], words: 'Close what is open' },
  { keys: ['Ctrl', 'K'], words: 'Command palette (⌘ K on a Mac)' },
];

/** The name of the key that was pressed, or null. Layouts that need Shift for a sign are welcome. */
export function keyName(pressed: string): KeyName | null {
  const found = Object.entries(keys).find(([, { key }]) => key === pressed);
  return found && isKeyName(found[0]) ? found[0] : null;
}

function isKeyName(name: string): name is KeyName {
  return Object.hasOwn(keys, name);
}
