'use client';

import type { Filter } from '@/lib/filter/filter';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import { defaultView } from '@/lib/filter/view';
import { requestsUrl } from './urls';
import { useAnswer } from './useAnswer';

const none: Readonly<Record<string, string>> = {};

/** Latest names of the object ids picked in a filter, for pages whose own answers do not carry them. */
export function useNames(filter: Filter): Readonly<Record<string, string>> {
  const { package: packages, policy, requestor, target, approver } = filter;
  const picked = [packages, policy, requestor, target, approver].some(({ is, isNot }) =>
    [...is, ...isNot].some(isObjectId),
  );
  const { answer } = useAnswer(
    '/api/requests',
    picked ? requestsUrl({ ...defaultView, filter, pageSize: 1 }) : null,
  );
  return answer?.data.names ?? none;
}
