import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { namedTenant } from '@/lib/namedTenant';
import type { RequestDetail } from '@/lib/request';
import { requestDetail } from '@/lib/store/requestDetail';

export const GET = handle<RequestDetail, { id: string }>(
  acceptedBy.request,
  async ({ inbound, view, scope }, { id }) => requestDetail(inbound.store, scope, id, namedTenant(view)),
);
