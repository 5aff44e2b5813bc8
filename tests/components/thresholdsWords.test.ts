import { expect, test } from 'vitest';
import { thresholdsWords } from '@/components/view/thresholdsWords';

test('a link that was made by other numbers says so, with both versions', () => {
  expect(thresholdsWords(1, 3)).toBe(
    'This link was made with version 1 of the numbers that the checks go by; they are at version 3 now, so that other requests can be marked.',
  );
});

test.each([[null], [3]])('a link with version %s has nothing to say at version 3', (linked) =>
  expect(thresholdsWords(linked, 3)).toBeNull(),
);
