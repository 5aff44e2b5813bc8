'use client';

import type { ReactNode } from 'react';
import { useAnswer } from '../data/useAnswer';
import { ExternalLink } from '../ui/ExternalLink';

/** A link into the Entra admin center of the cloud; nothing for an id that has no address, and until the cloud is known. */
export function EntraLink({
  to,
  id,
  children,
}: {
  to: (entra: string, id: string | null) => string | null;
  id: string | null;
  children: ReactNode;
}) {
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  const href = answer === undefined ? null : to(answer.data.entra, id);
  return href === null ? null : <ExternalLink href={href}>{children}</ExternalLink>;
}
