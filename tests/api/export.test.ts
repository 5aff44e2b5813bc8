import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { GET as getManifest } from '@/app/api/export/[id]/route';
import { GET } from '@/app/api/export/route';
import { GET as getRequests } from '@/app/api/requests/route';
import { manifestOf } from '@/lib/export/exports';
import { sampleText } from '../audit/wrappers';
import { answer, error, manifest as manifestShape, requests } from './contract';
import { get, serving, tenant } from './serving';

serving();

const here = { host: '127.0.0.1:3000' };
const request = requests.shape.rows.element;

async function exported(query: string) {
  const response = await GET(new Request(`http://127.0.0.1:3000/api/export?${query}`, { headers: here }), {
    params: Promise.resolve({}),
  });
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const id = response.headers.get('x-export-id') ?? '';
  const { status, body } = await get(getManifest, `export/${id}`, { id });
  expect(status).toBe(200);
  return {
    text: bytes.toString(),
    bytes,
    headers: response.headers,
    manifest: answer(manifestShape).parse(body).data,
  };
}

async function rowsOf(query: string) {
  const { body } = await get(getRequests, `requests?${query}`, {});
  return answer(requests).parse(body).data;
}

const lines = (text: string) => text.split('\n').slice(0, -1);

describe('an export', () => {
  test.each([
    '',
    'sort=took',
    'sort=-requestor&outcome=approved,denied'.replace(',', '&outcome='),
    'outcome=denied',
    'q=month',
    'range=30d',
    'package=7d9b5f3a-0a11-4c3e-8a55-b1f0a0000001',
  ])('in NDJSON is every row of the filter in its order, in the wire shape: “%s”', async (query) => {
    const { rows, total } = await rowsOf(`${query}&pageSize=500`.replace(/^&/, ''));
    const { text, headers } = await exported(`format=ndjson&${query}`);
    const found = lines(text).map((line) => request.parse(JSON.parse(line)));
    expect(found).toEqual(rows);
    expect(headers.get('x-row-count')).toBe(String(total));
  });

  test('has every field of the published samples, absent ones null', async () => {
    const { text } = await exported('format=ndjson');
    const rows: Record<string, unknown>[] = lines(text).map((line) => JSON.parse(line));
    for (const { sample, note, ...expected } of JSON.parse(sampleText('expected-requests.json'))) {
      const row = rows.find(({ requestId, tenant: of }) => requestId === expected.requestId && of === tenant);
      expect(row, sample).toMatchObject(expected);
      expect(row?.checks, sample).toEqual(expect.any(Array));
    }
  });

  test('in CSV has as many rows, in the columns of the view', async () => {
    const { text, manifest } = await exported('format=csv&content=view&columns=took,outcome');
    const [head, ...rows]: string[][] = parse(text, { bom: true });
    expect(head).toEqual([
      'Requested (UTC)',
      'First record (UTC)',
      'Took (seconds)',
      'Outcome',
      'Delivery',
      'Request id',
      'Tenant',
    ]);
    expect(manifest.columns).toEqual(head);
    expect(rows).toHaveLength((await rowsOf('')).total);
  });

  test('says what it is in its headers', async () => {
    const { headers, manifest } = await exported('format=csv');
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${manifest.file}"`);
    expect(manifest.file).toMatch(/^access-package-requests_\d{4}-\d\d-\d\dT\d{4}Z_UTC\.csv$/);
  });

  test('of no row has a manifest too', async () => {
    const { text, manifest } = await exported('format=ndjson&requestor=nobody-has-this-name');
    expect(text).toBe('');
    expect(manifest).toMatchObject({ rows: 0, bytes: 0 });
  });
});

describe('a manifest', () => {
  test('counts and digests exactly the bytes that were sent', async () => {
    for (const query of ['format=csv', 'format=ndjson&content=view']) {
      const { bytes, headers, manifest } = await exported(query);
      expect(manifest).toMatchObject({
        rows: Number(headers.get('x-row-count')),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
  });

  test('says the filter in words and as lasting parameters, and what is placed by another time', async () => {
    const { manifest } = await exported('format=csv&content=view&range=3660d&outcome=denied&sort=-took');
    expect(manifest.filter).toMatch(/^requested from .* UTC, outcome is denied$/);
    const parameters = new URLSearchParams(manifest.parameters);
    expect(parameters.get('range')).toBeNull();
    expect(parameters.get('from')).toMatch(/^\d{4}-/);
    expect(parameters.get('sort')).toBe('-took');
    expect(manifest.warnings.join(' ')).toContain('no request record');
    expect(manifest.coverage.state).toBe('complete');
  });

  test('is only for the reader who exported', async () => {
    const { headers } = await exported('format=csv');
    const id = headers.get('x-export-id') ?? '';
    expect(() => manifestOf(id, 'somebody-else')).toThrow(/no such export of yours/);
    const { status, body } = await get(getManifest, 'export/x', { id: 'x' });
    expect(status).toBe(404);
    expect(error.parse(body).error.code).toBe('not-found');
  });

  test('is not there before the file is, and never of a file that broke off', async () => {
    const response = await GET(
      new Request('http://127.0.0.1:3000/api/export?format=csv', { headers: here }),
      { params: Promise.resolve({}) },
    );
    const id = response.headers.get('x-export-id') ?? '';
    const code = async () => error.parse((await get(getManifest, `export/${id}`, { id })).body).error.code;
    expect(await code()).toBe('export-running');
    await response.body?.cancel();
    expect(await code()).toBe('export-failed');
  });
});

describe('an export that cannot be', () => {
  test.each([
    ['', /format is csv or ndjson/],
    ['format=xlsx', /format is csv or ndjson/],
    ['format=csv&format=csv', /given once/],
    ['format=csv&content=all', /content is view or record/],
    ['format=csv&columns=took', /columns has no effect/],
    ['format=csv&page=2', /does not take page/],
  ])('is refused, naming why: “%s”', async (query, why) => {
    const { status, body } = await get(GET, `export?${query}`, {});
    expect(status).toBe(400);
    expect(error.parse(body).error).toMatchObject({
      code: 'bad-parameter',
      message: expect.stringMatching(why),
    });
  });
});
