import { afterAll, beforeAll } from 'vitest';
import { tenant } from '../inbound/storageLine';
import { loneId, otherTenant, sharedId, startProduct } from './product';

export { loneId, otherTenant, sharedId, tenant };

/**
 * Starts the product over the samples, a made-up organisation and a second tenant, once for a test file. `more`
 * is asked when it starts, for variables that are not known before.
 */
export function serving(more: () => Record<string, string> = () => ({})): void {
  let end = async () => {};
  beforeAll(async () => {
    end = await startProduct(more());
  });
  afterAll(() => end());
}

/** Calls a route's handler as the browser on this machine would. */
export async function get<Path extends object>(
  handler: (request: Request, context: { params: Promise<Path> }) => Promise<Response>,
  address: string,
  path: Path,
  headers: Record<string, string> = { host: '127.0.0.1:3000' },
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const request = new Request(`http://127.0.0.1:3000/api/${address}`, { headers });
  const response = await handler(request, { params: Promise.resolve(path) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
