import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loneId } from './product';

/** Every route under app/api but health, found by its file so that a new one cannot be left out. */
export const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts' && !file.startsWith(`health${path.sep}`))
  .map((file) => path.dirname(file));

/** A package and a person of the samples. */
export const samplePackage = '7d9b5f3a-0a11-4c3e-8a55-b1f0a0000001';
const samplePerson = 'a1e0c0de-0001-4a00-9a00-000000000001';

/** What a route with a part of its path in brackets, or with a parameter it cannot do without, is asked. */
const questions: Record<string, { part?: string; query?: string; missing?: true }> = {
  'requests/[id]': { part: loneId },
  'requests/[id]/kql': { part: loneId },
  'packages/[id]': { part: samplePackage },
  'people/[id]': { part: samplePerson },
  'facets/[field]': { part: 'package' },
  export: { query: 'format=csv' },
  'export/[id]': { part: samplePerson, missing: true },
  'hunting-query/workspace': { query: `workspace=${samplePerson}`, missing: true },
};

/** What a route answers those who may ask: 404 where the samples hold nothing that it could answer with. */
export function letIn(route: string): number {
  return questions[route]?.missing ? 404 : 200;
}

/** Asks a route with these headers, what it can answer unless `question` says otherwise. */
export async function ask(
  route: string,
  headers: Record<string, string>,
  question: { part?: string; query?: string } = {},
  signal: AbortSignal | null = null,
): Promise<{ status: number; headers: Headers; text: string }> {
  const { part = '', query = '' } = { ...questions[route], ...question };
  const { GET, POST } = await import(path.resolve('app/api', route, 'route.ts'));
  const params = Object.fromEntries([...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, part]));
  const request = new Request(`http://127.0.0.1:3000/api/${route.replace(/\[\w+\]/g, part)}?${query}`, {
    headers: GET ? headers : { 'content-type': 'application/json', ...headers },
    method: GET ? 'GET' : 'POST',
    signal,
  });
  const response: Response = await (GET ?? POST)(request, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
