'use client';

/** Shown when a page fails to draw; the data and the link in the address bar are untouched. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main className="mx-auto max-w-xl p-8" role="alert">
      <h1 className="text-title">This page could not be drawn</h1>
      <p className="mt-2 text-ink-2">
        The audit records are unharmed, and the link in the address bar still names this view.
        {digest === null ? null : ` The server's log has more under ${digest}.`}
      </p>
      <button type="button" className="button mt-4" onClick={retry}>
        Try again
      </button>
    </main>
  );
}
