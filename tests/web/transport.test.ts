import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { secureTransport } from '@/lib/transportSecurity';

const signIn = {
  tenant: 'contoso',
  clientId: 'ours',
  authorityHost: 'https://login.example',
  scopesFile: null,
};

/** What a server of this process says about TLS in an answer with this status. */
async function toldWith(status: number): Promise<string | null> {
  const server = createServer((_, response) => response.writeHead(status, { 'x-other': '1' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  expect([answer.status, answer.headers.get('x-other')]).toEqual([status, '1']);
  return answer.headers.get('strict-transport-security');
}

test('every answer asks for TLS from the moment on that readers sign in, whatever its status', async () => {
  secureTransport(null);
  expect(await toldWith(200)).toBeNull();
  secureTransport(signIn);
  for (const status of [200, 304, 404, 429, 500, 503])
    expect(await toldWith(status)).toBe('max-age=63072000; includeSubDomains');
});
