import 'server-only';
import { AppError } from './errors';
import type { View } from './filter/view';

/** The tenant that a question about one request names, if any. Throws `bad-parameter` for more than one. */
export function namedTenant({ filter }: View): string | null {
  const { is, isNot } = filter.tenant;
  if (is.length > 1 || isNot.length > 0)
    throw new AppError(
      'bad-parameter',
      'tenant names the one tenant of the request: give it once, and not as -tenant.',
    );
  return is[0] ?? null;
}
