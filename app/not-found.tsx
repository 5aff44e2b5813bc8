import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl p-8">
      <h1 className="text-title">There is no such page</h1>
      <p className="mt-2 text-ink-2">
        The address may be mistyped, or the page may belong to a later version.{' '}
        <Link className="link" href="/">
          All requests
        </Link>
      </p>
    </main>
  );
}
