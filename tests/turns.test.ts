import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Turns } from '@/lib/turns';

describe('turns', () => {
  test('are given in the order of asking, never more at once than there are', async () => {
    const visit = fc.record({ leaves: fc.boolean(), endsBefore: fc.nat(3) });
    const visits = fc.array(visit, { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), visits, async (most, given) => {
        const turns = new Turns(most);
        const working: (() => void)[] = [];
        const came: number[] = [];
        const stayed: number[] = [];
        const endOne = async () => {
          working.shift()?.();
          await setImmediate();
        };
        for (const [place, { leaves, endsBefore }] of given.entries()) {
          for (let left = endsBefore; left > 0; left--) await endOne();
          const visitor = new AbortController();
          const turn = turns.take(visitor.signal);
          turn.then((end) => working.push(end) && came.push(place)).catch(() => undefined);
          if (leaves) visitor.abort();
          await setImmediate();
          if (!leaves || came.includes(place)) stayed.push(place);
          expect(working.length).toBeLessThanOrEqual(most);
        }
        while (working.length > 0) await endOne();
        expect(came).toEqual(stayed);
        expect(turns.idle).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
  test('go to one party after the other, and in one to who came first', async () => {
    const turns = new Turns(2);
    const came: string[] = [];
    const ends: (() => void)[] = [];
    for (const party of ['a', 'a', 'a', 'a', 'b', 'c', 'b'])
      void turns.take(null, party).then((end) => {
        came.push(party);
        ends.push(end);
      });
    for (let ended = 0; ended < 7; ended++) {
      await setImmediate();
      ends[ended]?.();
    }
    expect(came.join('')).toBe('aaabcab');
    expect(turns.idle).toBe(true);
  });
  test('are not taken by who leaves while waiting, with the reason they give', async () => {
    const turns = new Turns(1);
    const end = await turns.take();
    const visitor = new AbortController();
    const waiting = turns.take(visitor.signal);
    expect(turns.waiting).toBe(1);
    visitor.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(turns.waiting).toBe(0);
    end();
    expect(turns.idle).toBe(true);
  });
});
