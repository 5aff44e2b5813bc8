import { AppError } from '@/lib/errors';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import type { RequestDetail } from '@/lib/request';
import { requestDetail } from '@/lib/store/requestDetail';

export const GET = handle<RequestDetail, { id: string }>(
  acceptedBy.request,
  ({ inbound, view, scope }, { id }) => {
    const { is, isNot } = view.filter.tenant;
    if (is.length > 1 || isNot.length > 0)
      throw new AppError(
        'bad-parameter',
        'tenant names the one tenant of the request: give it once, and not as -tenant.',
      );
    return requestDetail(inbound.store, scope, id, is[0] ?? null);
  },
);
