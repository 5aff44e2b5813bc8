import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { type Running, run } from './running';

const folder = mkdtempSync(path.join(tmpdir(), 'stopping-'));
const exports = path.join(folder, 'exports.json');
const empty = path.join(folder, 'empty.ndjson');
const released = path.join(folder, 'released');

beforeAll(() => {
  const sample = generateSample({ requests: 500, until: '2026-08-20T00:00:00Z', days: 60 });
  writeFileSync(exports, `[${[...sample].join(',\n')}]`);
  writeFileSync(empty, '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stopped = (running: Running): unknown =>
  JSON.parse(/^\{.*"msg":"stopped"\}$/m.exec(running.printed())?.[0] ?? '{}');

describe('a signal while the audit logs are read', () => {
  test('ends the process in order; what was saved is kept, and the next start reads the rest', async () => {
    const cut = { AUDIT_LOGS_PATH: exports, DATA_DIR: path.join(folder, 'cut') };
    const first = run({ ...cut, STOP_WHILE_LOADING: '1' });
    const { read, bytes } = await first.said<{ read: number; bytes: number }>('loading');
    expect(await first.ended).toBe(0);
    expect(read).toBeLessThan(bytes);
    expect(stopped(first)).toMatchObject({ answered: true, read: true, closed: true });
    expect(readdirSync(cut.DATA_DIR).filter((name) => name.endsWith('.wal'))).toEqual([]);
    const [again, whole] = [cut, { AUDIT_LOGS_PATH: exports }].map((variables) =>
      run({ ...variables, WAIT_UNTIL_LOADED: '1' }),
    );
    if (!again || !whole) throw new Error('not started');
    const held = await again.said<{ requests: number }>('loaded');
    expect(held).toEqual(await whole.said('loaded'));
    expect(held.requests).toBeGreaterThanOrEqual(500);
    again.child.kill('SIGINT');
    whole.child.kill('SIGTERM');
    expect(await Promise.all([again.ended, whole.ended])).toEqual([0, 0]);
  });
});

describe('a signal while a question is answered', () => {
  test('leaves it its answer, refuses the next, and is not ready for more', async () => {
    const running = run({ AUDIT_LOGS_PATH: empty, SLOW_UNTIL: released });
    const address = await running.address();
    const slow = fetch(`${address}/slow`);
    await running.said('asked');
    expect((await fetch(`${address}/api/health/ready`)).status).toBe(200);
    running.child.kill('SIGTERM');
    while (!running.printed().includes('"stopping"')) await new Promise((resolve) => setTimeout(resolve, 5));
    const [next, ready] = await Promise.all([
      fetch(`${address}/api/requests`),
      fetch(`${address}/api/health/ready`),
    ]);
    expect([next.status, ready.status]).toEqual([503, 503]);
    expect(next.headers.get('retry-after')).toBe('5');
    expect(await next.json()).toMatchObject({ error: { code: 'store-unavailable' } });
    expect(await ready.json()).toEqual({ status: 'unavailable' });
    writeFileSync(released, '');
    const answer = await slow;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { rows: [{ requests: 0 }] } });
    expect(await running.ended).toBe(0);
    expect(stopped(running)).toMatchObject({ answered: true, read: true, closed: true });
  });

  test('given twice at the same moment it is one, and a later one ends the process at once', async () => {
    const running = run({ AUDIT_LOGS_PATH: empty });
    const slow = fetch(`${await running.address()}/slow`).catch((error: unknown) => error);
    await running.said('asked');
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(running.child.exitCode).toBeNull();
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(1);
    expect(await slow).toBeInstanceOf(Error);
  });
});
