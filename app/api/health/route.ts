import { healthAnswer } from '@/lib/health';
import { server } from '@/lib/server';

/** Says whether the process can answer, and nothing about the data; needs no sign-in. */
export async function GET(): Promise<Response> {
  const isOpen = await Promise.resolve()
    .then(server)
    .then(
      () => true,
      () => false,
    );
  return healthAnswer('ok', isOpen);
}

export const dynamic = 'force-dynamic';
