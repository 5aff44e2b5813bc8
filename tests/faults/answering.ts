import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GET as facet } from '@/app/api/facets/[field]/route';
import { GET as requests } from '@/app/api/requests/route';
import { GET as summary } from '@/app/api/summary/route';
import { endOnSignal } from '@/lib/ending';
import { startServer } from '@/lib/server';
import { listening } from '../web/listening';

/** A process of the product that answers what a page asks while its filter changes, and how much memory it holds. */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

async function memory(): Promise<Response> {
  collect();
  await pause(50);
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return Response.json({ rss, heap: heapUsed + external });
}

const routes: Record<string, (request: Request) => Promise<Response>> = {
  '/api/requests': (request) => requests(request, { params: Promise.resolve({}) }),
  '/api/summary': (request) => summary(request, { params: Promise.resolve({}) }),
  '/api/facets/package': (request) => facet(request, { params: Promise.resolve({ field: 'package' }) }),
  '/memory': memory,
};

const inbound = await startServer(process.env);
endOnSignal(inbound);
while (inbound.progress.state === 'loading') await pause(20);
const { port } = await listening(async (request) => {
  const answer = await routes[new URL(request.url).pathname]?.(request);
  return answer ?? new Response(null, { status: 404 });
});
process.stdout.write(`! listens ${JSON.stringify({ port })}\n`);
