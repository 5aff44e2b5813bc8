import { healthAnswer } from '@/lib/health';

/** Whether the process answers at all: one that does not is to be started anew. */
export function GET(): Response {
  return healthAnswer('live', true);
}

export const dynamic = 'force-dynamic';
