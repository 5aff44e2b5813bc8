import Link from 'next/link';

/** In place of a page about something that the data, as this reader may see them, do not hold. */
export function UnknownThing({
  message,
  path,
  words,
}: {
  /** The server's own sentence. */
  message: string;
  path: '/packages' | '/people';
  words: string;
}) {
  return (
    <main className="mx-auto max-w-xl p-8">
      <h1 className="text-title">Not found</h1>
      <p className="mt-2 text-ink-2">
        {message}{' '}
        <Link className="link" href={path}>
          All {words}
        </Link>
      </p>
    </main>
  );
}
