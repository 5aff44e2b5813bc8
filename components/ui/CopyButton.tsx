'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';

/** Copies `text()` to the clipboard, and says whether that worked. */
export function CopyButton({
  text,
  children,
  label,
  id,
  className = 'button button-small',
}: {
  text: () => string;
  children?: ReactNode;
  label?: string;
  id?: string;
  className?: string;
}) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <button type="button" id={id} className={className} aria-label={label} title={label} onClick={copy}>
      {outcome === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      {children}
      <span role="status" className={outcome === 'refused' ? 'text-strong' : 'sr-only'}>
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused to copy' : ''}
      </span>
    </button>
  );
}
