import { server } from '@/lib/server';

/** Says whether the process can answer, and nothing about the data; needs no sign-in. */
export async function GET(): Promise<Response> {
  const status = await Promise.resolve()
    .then(server)
    .then(
      () => 'ok',
      () => 'unavailable',
    );
  return Response.json(
    { status },
    { status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

export const dynamic = 'force-dynamic';
