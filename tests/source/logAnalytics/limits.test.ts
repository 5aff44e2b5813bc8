import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Limits } from '@/lib/source/logAnalytics/limits';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { signal } = new AbortController();
setMaxListeners(0, signal);

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, run: () => ended };
}

it('three questions of one principal to one workspace run at once, others wait their turn', async () => {
  const limits = new Limits();
  const works = [held(), held(), held(), held(), held()];
  const begun: number[] = [];
  const runs = works.map((work, at) =>
    limits.run('analyst', 'one', signal, () => {
      begun.push(at);
      return work.run();
    }),
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([0, 1, 2]);
  works[1]?.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const work of works) work.end();
  await Promise.all(runs);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('neither another principal nor another workspace waits for them', async () => {
  const limits = new Limits();
  const work = held();
  const runs = [1, 2, 3].map(() => limits.run('analyst', 'one', signal, work.run));
  await expect(limits.run('owner', 'one', signal, async () => 'now')).resolves.toBe('now');
  await expect(limits.run('analyst', 'two', signal, async () => 'now')).resolves.toBe('now');
  work.end();
  await Promise.all(runs);
});

it('180 questions go out in 30 seconds, over all workspaces of a principal', async () => {
  const limits = new Limits();
  let sent = 0;
  const runs = Array.from({ length: 400 }, (_, at) =>
    limits.run('analyst', `workspace ${at % 100}`, signal, async () => {
      sent++;
    }),
  );
  await vi.advanceTimersByTimeAsync(29_999);
  expect(sent).toBe(180);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toBe(360);
  await vi.advanceTimersByTimeAsync(30_000);
  await Promise.all(runs);
  expect(sent).toBe(400);
});

it('work that fails gives its place back', async () => {
  const limits = new Limits();
  for (let round = 0; round < 5; round++)
    await expect(limits.run('analyst', 'one', signal, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  await expect(limits.run('analyst', 'one', signal, async () => 'yes')).resolves.toBe('yes');
});

it('whoever waits can give up, and takes no place', async () => {
  const limits = new Limits();
  const work = held();
  const runs = [1, 2, 3].map(() => limits.run('analyst', 'one', signal, work.run));
  const controller = new AbortController();
  const waiting = limits.run('analyst', 'one', controller.signal, async () => 'never');
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  work.end();
  await Promise.all(runs);
  await expect(limits.run('analyst', 'one', signal, async () => 'yes')).resolves.toBe('yes');
});
