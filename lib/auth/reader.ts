import type { Grant } from '../filter/clause';

/** Who asks, once their token was found good. */
export interface Reader {
  /** Entra object id; null while sign-in is off. */
  id: string | null;
  /** As the token names them, for labels only. */
  name: string | null;
  /** What the reader may see; null is everything. */
  grants: readonly Grant[] | null;
  /** The reader's own token for this API, for on-behalf-of; null while sign-in is off. */
  token: string | null;
}

/** The reader of a product without sign-in: whoever sits at this machine. */
export const localReader: Reader = { id: null, name: null, grants: null, token: null };
