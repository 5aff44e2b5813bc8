'use client';

import { createContext, use } from 'react';

/** Who is signed in, and what they can do about it. */
export interface SignedInReader {
  name: string;
  /** User principal name. */
  username: string;
  /** The session is over: what is on the page stays, nothing new comes until the reader has signed in again. */
  ended: boolean;
  signOut(): void;
  /** Signs in as somebody else. */
  switchAccount(): void;
}

/** Null while sign-in is off. */
export const ReaderContext = createContext<SignedInReader | null>(null);

export function useReader(): SignedInReader | null {
  return use(ReaderContext);
}
