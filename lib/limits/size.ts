import { AppError } from '../errors';

/**
 * Longest address, in characters. Node answers 431, without a word, to an address and headers of more than 16 KiB
 * together, so this leaves a quarter of that for the headers.
 */
const longestAddress = 12 * 1024;
/** Largest body that a route takes, in bytes. */
const largestBody = 64 * 1024;

/** Throws `address-too-long`. */
export function refuseLongAddress({ url }: Request): void {
  const { pathname, search } = new URL(url);
  if (pathname.length + search.length > longestAddress)
    throw new AppError(
      'address-too-long',
      `This address has more than ${longestAddress.toLocaleString('en')} characters. Choose fewer values in the filter.`,
    );
}

/** Reads a body to its end, and no further than it may be long. Throws `body-too-large`, and the signal's reason. */
export async function refuseLargeBody({ headers, body, signal }: Request): Promise<void> {
  let bytes = Number(headers.get('content-length') ?? 0);
  if (bytes <= largestBody) {
    bytes = 0;
    const reader = body?.getReader();
    while (bytes <= largestBody) {
      const piece = await reader?.read().catch((error: unknown) => {
        signal.throwIfAborted();
        throw error;
      });
      if (piece === undefined || piece.done) return;
      bytes += piece.value.length;
    }
    void reader?.cancel().catch(() => undefined);
  }
  throw new AppError(
    'body-too-large',
    `This sends more than ${largestBody.toLocaleString('en')} bytes, which no question needs.`,
  );
}
