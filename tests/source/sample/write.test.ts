import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { writeSample } from '@/lib/source/sample/write';

const place = mkdtempSync(path.join(tmpdir(), 'sample-'));
afterAll(() => rmSync(place, { recursive: true }));

const options = { requests: 200, until: '2026-08-20T12:00:00Z', days: 40 };
const lines = [...generateSample(options)];

test('a file holds the lines in their order', async () => {
  const out = path.join(place, 'new', 'sample.ndjson');
  const written = await writeSample({ ...options, out });
  const text = readFileSync(out, 'utf8');
  expect(text).toBe(`${lines.join('\n')}\n`);
  expect(written).toEqual({ lines: lines.length, bytes: Buffer.byteLength(text) });
});

test('a folder holds one PT1H.json a day in the tree of a storage account, with that day’s lines', async () => {
  const out = path.join(place, 'tree');
  const written = await writeSample({ ...options, out });
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const found: string[] = [];
  for (const file of files) {
    expect(file).toMatch(/^tenantId=[0-9a-f-]{36}\/y=2026\/m=\d\d\/d=\d\d\/h=00\/m=00\/PT1H\.json$/);
    const [, year, month, day] = /y=(\d+)\/m=(\d+)\/d=(\d+)/.exec(file) ?? [];
    const ofDay = readFileSync(path.join(out, file), 'utf8').trimEnd().split('\n');
    for (const line of ofDay) expect(line.startsWith(`{"time":"${year}-${month}-${day}T`)).toBe(true);
    found.push(...ofDay);
  }
  expect(found.sort()).toEqual([...lines].sort());
  expect(written.lines).toBe(lines.length);
});

test('a file that is there already is left as it is', async () => {
  const out = path.join(place, 'kept.ndjson');
  writeFileSync(out, 'mine');
  await expect(writeSample({ ...options, out })).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(out, 'utf8')).toBe('mine');
});

test('a folder that holds something is refused', async () => {
  await expect(writeSample({ ...options, out: place })).rejects.toThrow('is not empty');
});
