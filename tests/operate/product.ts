import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { GET as health } from '@/app/api/health/ready/route';
import { GET as requests } from '@/app/api/requests/route';
import { endOnSignal } from '@/lib/ending';
import { handle } from '@/lib/handle';
import { log } from '@/lib/log';
import { server, startServer } from '@/lib/server';

/** A process of the product, with routes that are slow or fail; it prints what it does as lines `! word value`. */
const say = (word: string, value: unknown) => process.stdout.write(`! ${word} ${JSON.stringify(value)}\n`);

/** Asks the store, waits until a file is there, and asks it again. */
const slow = handle<object>(['rules'], async ({ inbound }) => {
  say('asked', true);
  while (!existsSync(process.env.SLOW_UNTIL ?? '')) await setTimeout(20);
  return { rows: await inbound.store.all('SELECT count(*)::INTEGER AS requests FROM requests') };
});

const failing = handle<object>(['q'], async ({ inbound }) => {
  const text = process.env.HOSTILE_TEXT ?? '';
  await inbound.store.all('SELECT $text::INTEGER AS number', { text }).catch((cause: unknown) => {
    const request = { headers: { authorization: `Bearer ${process.env.AZURE_CLIENT_SECRET}` }, body: text };
    throw Object.assign(new Error(`A client failed on "${text}"`, { cause }), { request, details: text });
  });
  return {};
});

const routes: Record<string, (request: Request, context: { params: Promise<object> }) => Promise<Response>> =
  {
    '/api/requests': requests,
    '/api/health/ready': health,
    '/slow': slow,
    '/failing': failing,
  };

const inbound = await startServer(process.env);
endOnSignal(inbound);

const http = createServer(async (incoming, outgoing) => {
  const address = `http://127.0.0.1${incoming.url}`;
  const authorization = incoming.headers.authorization;
  const headers = { host: '127.0.0.1', ...(authorization && { authorization }) };
  const route = routes[new URL(address).pathname];
  const answer = await route?.(new Request(address, { headers }), { params: Promise.resolve({}) });
  outgoing.writeHead(answer?.status ?? 404, Object.fromEntries(answer?.headers ?? []));
  outgoing.end(await answer?.text());
});
http.listen(0, '127.0.0.1', () => say('listens', http.address()));

if (process.env.STOP_WHILE_LOADING) {
  const { progress } = inbound;
  const timer = setInterval(() => {
    if (progress.kind !== 'files' || progress.bytesRead === 0) return;
    clearInterval(timer);
    say('loading', { read: progress.bytesRead, bytes: progress.bytes });
    process.kill(process.pid, 'SIGTERM');
  }, 1);
} else if (process.env.WAIT_UNTIL_LOADED) {
  while (inbound.progress.state === 'loading') await setTimeout(20);
  const { store } = await server();
  const [held] = await store.all(
    'SELECT count(*)::INTEGER AS requests, bit_xor(hash(request_id))::VARCHAR AS ids FROM requests',
  );
  log.info('loaded');
  say('loaded', held);
}
