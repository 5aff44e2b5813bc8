import type { KqlAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { kqlOfRequest } from '@/lib/hunting/viewKql';
import { namedTenant } from '@/lib/namedTenant';

export const GET = handle<KqlAnswer, { id: string }>(acceptedBy.request, async (asked, { id }) =>
  kqlOfRequest(asked, id, namedTenant(asked.view)),
);
