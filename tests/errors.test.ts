import { expect, test, vi } from 'vitest';
import { AppError } from '@/lib/errors';

test('an error thrown by another copy of the module is one of ours, since Next bundles several of them', async () => {
  vi.resetModules();
  const other = await import('@/lib/errors');
  expect(other.AppError).not.toBe(AppError);
  const thrown: unknown = new other.AppError('challenge', 'Sign in again.', { claims: '{}' });
  expect(thrown).toBeInstanceOf(AppError);
  expect(thrown instanceof AppError && thrown.status).toBe(401);
});

test('no other error is', () => {
  for (const value of [
    new Error('AppError'),
    { code: 'challenge', status: 401 },
    null,
    undefined,
    'AppError',
  ])
    expect(value).not.toBeInstanceOf(AppError);
});
