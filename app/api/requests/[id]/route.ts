import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import type { RequestDetail } from '@/lib/request';
import { requestDetail } from '@/lib/store/requestDetail';

export const GET = handle<RequestDetail, { id: string }>(acceptedBy.request, ({ inbound, params }, { id }) =>
  requestDetail(inbound.store, id, params.get('tenant')),
);
