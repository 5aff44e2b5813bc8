import { z } from 'zod';

const claims = z.object({
  tid: z.string().optional(),
  oid: z.string().optional(),
  sub: z.string().optional(),
});

/**
 * Whose limits a token counts against: tenant and object id as it claims, unverified, which is for the service to
 * do. Tokens that say nothing readable share one.
 */
export function principalOf(token: string): string {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { tid, oid, sub } = claims.parse(JSON.parse(payload));
    return `${tid ?? ''} ${oid ?? sub ?? ''}`;
  } catch {
    return 'unknown';
  }
}
