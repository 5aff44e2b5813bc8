import type { ReactNode } from 'react';

/** A page that stands by itself, without bar and data: one card with a heading. */
export function StandingAlone({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-[12vh]">
      <div className="card flex flex-col gap-3 p-6">
        <h1 className="text-title">{heading}</h1>
        {children}
      </div>
    </main>
  );
}
