import type { MouseEvent } from 'react';

/** True for a click that a key made: only then does a focus that goes with its button need another place. */
export function byKeyboard(event: MouseEvent): boolean {
  return event.detail === 0;
}
