const cancelled = 'The sign-in was cancelled before it was complete.';
const unreachable =
  'The sign-in service cannot be reached from this browser. Check the network, then try again.';
const interaction = 'The sign-in service needs you there: another factor, a new password or your consent.';
const mismatch =
  'What the sign-in service answered does not belong to the sign-in that this tab started. Try again.';
const registration =
  'The app registration does not allow this sign-in. Ask the owner of this product to compare it with docs/deploy.md.';
const insecure =
  'Sign-in works on a secure address alone. Open the product with https, or at http://localhost.';
const noStorage =
  'This browser keeps nothing for this site, and sign-in needs session storage. Allow it, then try again.';

/** Codes of MSAL (`BrowserAuthErrorCodes`, `ClientAuthErrorCodes`), OAuth 2.0 and OpenID Connect, and DOM exceptions. */
const words: Readonly<Record<string, string>> = {
  access_denied: cancelled,
  user_cancelled: cancelled,
  endpoints_resolution_error: unreachable,
  openid_config_error: unreachable,
  network_error: unreachable,
  no_network_connectivity: unreachable,
  post_request_failed: unreachable,
  get_request_failed: unreachable,
  server_error: 'The sign-in service failed. Try again in a moment.',
  temporarily_unavailable: 'The sign-in service is overloaded. Try again in a moment.',
  timed_out: 'The sign-in service took too long. Try again.',
  interaction_required: interaction,
  login_required: interaction,
  consent_required: interaction,
  interaction_in_progress: 'Another sign-in is under way in this tab. Reload the page to begin anew.',
  state_mismatch: mismatch,
  state_not_found: mismatch,
  no_state_in_hash: mismatch,
  nonce_mismatch: mismatch,
  no_token_request_cache_error: mismatch,
  unauthorized_client: registration,
  invalid_client: registration,
  invalid_request: registration,
  invalid_scope: registration,
  invalid_resource: registration,
  crypto_nonexistent: insecure,
  SecurityError: noStorage,
  QuotaExceededError: noStorage,
};

/** Why a sign-in did not succeed and what to do, with the code that the authority's administrators look up. */
export function failureWords(error: unknown): string {
  const code = codeOf(error);
  const looked = entraCode(error) ?? code;
  return `${words[code] ?? 'The sign-in failed. Try again.'} (${looked})`;
}

/** Whether the authority could not be asked, so that the reader's session may well be good. */
export function isOutage(error: unknown): boolean {
  return words[codeOf(error)] === unreachable;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
}

/** Entra's own code, such as AADSTS65004; the rest of its text came with the address and is not shown. */
function entraCode(error: unknown): string | null {
  return (error instanceof Error && /\bAADSTS\d{4,8}\b/.exec(error.message)?.[0]) || null;
}
