import { expect, test } from 'vitest';
import { isForSelf } from '@/lib/words/people';

type People = Parameters<typeof isForSelf>[0];

const nobody = { target: null, targetId: null, requestor: null, requestorId: null };

function check(people: Partial<People>, expected: boolean) {
  expect(isForSelf({ ...nobody, ...people })).toBe(expected);
}

test('object ids decide, in any case, whatever the names say', () => {
  check({ targetId: 'AB', requestorId: 'ab', target: 'new@x.example', requestor: 'old@x.example' }, true);
  check({ targetId: 'ab', requestorId: 'cd', target: 'a@x.example', requestor: 'a@x.example' }, false);
});

test('names decide where an id is missing', () => {
  check({ targetId: 'ab', target: 'A@x.example', requestor: 'a@x.example' }, true);
});

test('nobody is not the same as nobody', () => {
  check({}, false);
});
