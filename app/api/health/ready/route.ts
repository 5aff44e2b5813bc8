import { healthAnswer, isReady } from '@/lib/health';

/** Whether questions should be sent here. While the source is first read they should: answers say how much they cover. */
export async function GET(): Promise<Response> {
  return healthAnswer('ready', await isReady());
}

export const dynamic = 'force-dynamic';
