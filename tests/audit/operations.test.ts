import { describe, expect, test } from 'vitest';
import { operations } from '@/lib/audit/operations';
import { records } from './wrappers';

const byName = new Map(operations.map((operation) => [operation.name, operation]));

test('each name stands once and in lower case', () => {
  expect(byName.size).toBe(operations.length);
  expect(operations.filter(({ name }) => name !== name.toLowerCase())).toEqual([]);
});

test('only requests have a kind and someone who asks', () => {
  for (const { step, kind, by } of operations) {
    expect(kind !== null).toBe(step === 'request');
    expect(by !== null).toBe(step === 'request');
  }
});

test('every operation of the samples is known', () => {
  const unknown = records().filter(({ operationName }) => !byName.has(operationName.toLowerCase()));
  expect(unknown).toEqual([]);
});

describe('an operation means this step', () => {
  test.each([
    ['User requests access package assignment', 'request', 'request', 'user'],
    [
      'User requests an access package assignment on behalf of service principal',
      'request',
      'service-principal',
      'user',
    ],
    ['User requests to extend access package assignment', 'request', 'extension', 'user'],
    ['User requests to remove access package assignment', 'request', 'removal', 'user'],
    ['Create access package assignment user update request', 'request', 'update', 'user'],
    ['Administrator directly assigns user to access package', 'request', 'direct', 'administrator'],
    ['Administrator directly removes user access package assignment', 'request', 'removal', 'administrator'],
    [
      'Entitlement Management creates access package assignment request for user',
      'request',
      'policy',
      'system',
    ],
    [
      'Entitlement Management removes access package assignment request for user',
      'request',
      'removal',
      'system',
    ],
    ['Auto approve access package assignment request', 'auto-approve', null, null],
    ['Access package assignment request timed out (no approver action taken)', 'expire', null, null],
    ['Fulfill access package assignment request', 'deliver', null, null],
    ['Delete access package assignment request', 'delete-record', null, null],
    ['Delete access package assignment request for a deleted user', 'delete-housekeeping', null, null],
    ['Update access package assignment policy', 'configure', null, null],
  ])('%s', (name, step, kind, by) => {
    const operation = byName.get(name.toLowerCase());
    expect(operation).toMatchObject({ step, kind, by, service: 'entitlement' });
  });
});

test('a generic approval name is the approval service’s, never entitlement management’s', () => {
  const names = operations.filter(({ service }) => service === 'approval').map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['request approved', 'request denied', 'create request']));
  expect(names.every((name) => !name.includes('access package'))).toBe(true);
});
