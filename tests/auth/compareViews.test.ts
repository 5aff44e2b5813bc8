import { expect, test } from 'vitest';
import { compareViews } from '@/lib/auth/compareViews';

const view = (text: string) =>
  new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((part) => [part.slice(0, 1), Number(part.slice(1))] as const),
  );

test.each([
  ['the same', 'a1 b2', 'b2 a1', [], []],
  ['fewer on a day', 'a1 b2', 'a1 b1', ['b'], []],
  ['a day less', 'a1 b2', 'a1', ['b'], []],
  ['a day more', 'a1', 'a1 b2', [], ['b']],
  ['as many in all, on other days', 'a1 b2', 'a2 b1', ['b'], ['a']],
  ['a day without any', 'a1', 'a1 b0', [], []],
  ['nothing and nothing', '', '', [], []],
])('a view of %s', (_, held, seen, fewer, more) =>
  expect(compareViews(view(held), view(seen))).toEqual({ fewer, more }),
);
