import { expect, test } from '@playwright/test';

const pages = [
  '/',
  '/?outcome=nonsense',
  '/packages',
  '/people/nobody',
  '/hunting-query',
  '/coverage',
  '/nowhere',
];
const data = [
  '/api/requests',
  '/api/requests?nonsense=1',
  '/api/summary',
  '/api/export',
  '/api/packages/nothing',
];
const probes = ['/api/health', '/api/health/live', '/api/health/ready'];
const others = ['/auth', '/theme.js', '/icon.svg', '/api/nowhere', '/_next/static/nothing.js'];
const everywhere = [...pages, ...data, ...probes, ...others];

/** Each header by the answers that have it, whatever their status; `strictTransport` is null where none of them has. */
export function expectHeaders(strictTransport: string | null): void {
  const check = (header: string, addresses: readonly string[], expected: unknown, more = '') =>
    test(`${header}${more} is on every answer that needs it`, async ({ request }) => {
      const found = await Promise.all(
        addresses.map(async (address) => [address, (await request.get(address)).headers()[header]]),
      );
      expect(found).toEqual(addresses.map((address) => [address, expected]));
    });
  check('strict-transport-security', everywhere, strictTransport ?? undefined);
  check('referrer-policy', everywhere, 'no-referrer');
  check('x-content-type-options', everywhere, 'nosniff');
  check(
    'permissions-policy',
    everywhere,
    expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  );
  check('cache-control', [...pages, ...data, ...probes], expect.stringContaining('no-store'));
  const framed = everywhere.filter((address) => address !== '/auth');
  check('x-frame-options', framed, 'DENY');
  const nothing = "default-src 'none'; frame-ancestors 'none'";
  check('content-security-policy', [...data, ...probes, '/api/nowhere'], nothing, ' of data');
  const nonce = /script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';.*frame-ancestors 'none'/;
  check('content-security-policy', pages, expect.stringMatching(nonce), ' of pages');
  check(
    'content-security-policy',
    ['/auth'],
    expect.stringMatching(/frame-ancestors 'self'/),
    ' of our own frame',
  );
}
