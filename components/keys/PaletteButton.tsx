'use client';

import { Command } from 'lucide-react';
import { useKeySheets } from './Keys';

/** The visible way to the command palette, and from it to everything that a key does. */
export function PaletteButton() {
  const { openPalette } = useKeySheets();
  return (
    <button
      type="button"
      className="icon-button"
      aria-label="Command palette"
      aria-keyshortcuts="Control+K Meta+K"
      title="Command palette (Ctrl K)"
      onClick={openPalette}
    >
      <Command size={16} aria-hidden />
    </button>
  );
}
