import type { ReceiptAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { receipt } from '@/lib/store/receipt';

export const GET = handle<ReceiptAnswer>(acceptedBy.receipt, ({ inbound, view: { asof, digest }, clauses }) =>
  receipt(inbound.store, clauses, asof !== null && digest !== null ? { asof, digest } : null),
);
