import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256 } from '@/components/export/sha256';

function check(pieces: readonly Uint8Array[]) {
  const ours = new Sha256();
  for (const piece of pieces) ours.update(piece);
  expect(ours.digest()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
}

test.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000_003])(
  '%i bytes have the usual digest',
  (length) => check([new Uint8Array(length).fill(0xa5)]),
);

test('bytes have the same digest however they are cut', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), check));
});
