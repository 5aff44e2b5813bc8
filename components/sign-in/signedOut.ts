const key = 'signed-out';

/** Remembers for this tab that the reader signed out, so that they are not signed in again at once. */
export function noteSignOut(): void {
  sessionStorage.setItem(key, 'yes');
}

export function hasSignedOut(): boolean {
  return sessionStorage.getItem(key) !== null;
}

export function forgetSignOut(): void {
  sessionStorage.removeItem(key);
}
