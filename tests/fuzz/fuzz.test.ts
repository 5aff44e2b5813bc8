import { describe, expect, test } from 'vitest';
import { routes } from '../api/everyRoute';
import { firstSeed } from '../seed';
import { accepts } from './api';
import { surfaces } from './surfaces';

/** Few enough for every run of the tests; `npm run fuzz` gives a million. */
const inputs = 5_000;

describe.each(surfaces)('hostile inputs to $name', ({ share, run }) => {
  test('end in an answer or in a refusal of its own, and say what they say in every form', async () => {
    const { failures, accepted, refused } = await run((inputs * share) / 1000, firstSeed);
    expect(failures).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

test('every route of the API is among them', () => {
  expect(Object.keys(accepts).sort()).toEqual([...routes].sort());
});
