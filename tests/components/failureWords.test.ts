import { BrowserAuthError, ClientAuthError, ServerError } from '@azure/msal-browser';
import { expect, test } from 'vitest';
import { failureWords, isOutage } from '@/components/sign-in/failureWords';

function check(why: string, error: unknown, words: RegExp, outage = false) {
  test(`${why} is said in words`, () => {
    expect(failureWords(error)).toMatch(words);
    expect(isOutage(error)).toBe(outage);
  });
}

check(
  'a refused consent',
  new ServerError('access_denied', 'id', 'AADSTS65004: User declined to consent.'),
  /^The sign-in was cancelled before it was complete\. \(AADSTS65004\)$/,
);
check(
  'a person who went back',
  new BrowserAuthError('user_cancelled', 'id'),
  /cancelled.*\(user_cancelled\)$/,
);
check(
  'an authority that cannot be reached',
  new ClientAuthError('endpoints_resolution_error', 'id'),
  /cannot be reached/,
  true,
);
check('an answer of another sign-in', new ClientAuthError('state_mismatch', 'id'), /does not belong/);
check('a page without https', new BrowserAuthError('crypto_nonexistent', 'id'), /https/);
check('forbidden storage', new DOMException('no', 'SecurityError'), /session storage.*\(SecurityError\)$/);
check(
  'anything else',
  new BrowserAuthError('something_new', 'id'),
  /^The sign-in failed\..*\(something_new\)$/,
);
check('what is no error at all', 'text', /^The sign-in failed\..*\(unknown\)$/);

test('the text that came with the address is not shown', () => {
  const error = new ServerError('server_error', 'id', 'Call <b>+1 555</b> now. AADSTS90033');
  expect(failureWords(error)).toBe('The sign-in service failed. Try again in a moment. (AADSTS90033)');
});
