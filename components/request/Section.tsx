import { type ReactNode, useId } from 'react';

/** One titled part of a request's story. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-4">
      <h3 id={id} className="section-title mb-1">
        {title}
      </h3>
      {children}
    </section>
  );
}
