/** What is unsure in one request, in the sentences of the fold. */
export function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="note mt-4" aria-label="What is unsure here">
      <ul className="grid gap-1">
        {warnings.map((warning) => (
          <li key={warning} className="first-letter:uppercase">
            {warning}
          </li>
        ))}
      </ul>
    </section>
  );
}
