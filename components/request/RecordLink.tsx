'use client';

import type { ReactNode } from 'react';

/** Unfolds the raw record with this key further down and goes there. */
export function RecordLink({ record, children }: { record: string; children: ReactNode }) {
  const reveal = () => {
    const place = document.getElementById(recordAnchor(record));
    if (!(place instanceof HTMLDetailsElement)) return;
    place.open = true;
    place.querySelector('summary')?.focus();
  };
  return (
    <button type="button" className="link text-start" title="Show the record" onClick={reveal}>
      {children}
    </button>
  );
}

/** The element id of a record's place among the raw records. */
export function recordAnchor(key: string): string {
  return `record-${key}`;
}
