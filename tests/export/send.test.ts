import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fileFormat } from '@/lib/export/file';
import { type Sent, sending } from '@/lib/export/send';
import type { AccessRequest } from '@/lib/request';
import { request } from './request';

const format = fileFormat({ format: 'csv', content: 'view', columns: ['reason'] });

interface Trial {
  slices: number;
  perSlice?: number;
  total?: number;
  failsAt?: number;
  patienceMs?: number;
}

/** A file of so many slices of rows, how it ended, and how many rows were read for it so far. */
function trial({ slices, perSlice = 200, total = slices * perSlice, failsAt, patienceMs }: Trial) {
  const state: { ends: (Sent | Error)[]; read: number } = { ends: [], read: 0 };
  async function* rows(): AsyncGenerator<AccessRequest[]> {
    for (let slice = 0; slice < slices; slice++) {
      if (slice === failsAt) throw new Error('the disk is gone');
      state.read += perSlice;
      yield Array.from({ length: perSlice }, () => request());
    }
  }
  const body = sending({
    format,
    rows: rows(),
    total,
    ended: async (end) => void state.ends.push(end),
    ...(patienceMs !== undefined && { patienceMs }),
  });
  return { body, state };
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a file that is sent', () => {
  test('is told of exactly: rows, bytes and the digest over them', async () => {
    const { body, state } = trial({ slices: 3 });
    const bytes = await bytesOf(body);
    expect(state.ends).toEqual([
      { rows: 600, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]);
  });
  test('of nothing is its head', async () => {
    const { body, state } = trial({ slices: 0 });
    expect((await bytesOf(body)).toString()).toBe(format.head);
    expect(state.ends).toMatchObject([{ rows: 0 }]);
  });
  test('is read no further than a piece ahead of a slow client, however long it is', async () => {
    const { body, state } = trial({ slices: 100 });
    const reader = body.getReader();
    let taken = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      taken += 200;
      expect(state.read - taken).toBeLessThanOrEqual(200);
    }
    expect(state).toMatchObject({ read: 20_000, ends: [{ rows: 20_000 }] });
  });
});

describe('a file that is not whole ends with an error', () => {
  test.each<[string, Trial, RegExp]>([
    ['when a row is missing', { slices: 2, total: 401 }, /400 of 401 rows were sent/],
    ['when there is a row too many', { slices: 2, total: 399 }, /400 of 399 rows were sent/],
    ['when the reading fails', { slices: 3, failsAt: 2 }, /the disk is gone/],
  ])('%s', async (_, given, why) => {
    const { body, state } = trial(given);
    await expect(bytesOf(body)).rejects.toThrow(why);
    expect(state.ends).toEqual([expect.objectContaining({ message: expect.stringMatching(why) })]);
  });
  test('when the client takes nothing for too long', async () => {
    const { body, state } = trial({ slices: 50, patienceMs: 20 });
    const reader = body.getReader();
    await reader.read();
    await expect.poll(() => state.ends.length).toBe(1);
    await expect(
      (async () => {
        for (;;) if ((await reader.read()).done) return;
      })(),
    ).rejects.toThrow(/too long/);
    expect(state.read).toBeLessThanOrEqual(600);
  });
  test('when the client goes away, and reads no more', async () => {
    const { body, state } = trial({ slices: 50 });
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    expect(state.ends).toMatchObject([{ code: 'export-failed', message: 'It was called off.' }]);
    expect(state.read).toBeLessThanOrEqual(600);
  });
});
