import type { AuditRecord } from '@/lib/audit/record';
import { alex, asks, bea, decides, type Person, type Said } from '../store/build';

/** A request and its approval, both on a day of August 2026, such as `11 09:00` and `11 10:30`. */
export function approved(
  request: number,
  asked: string,
  answered: string,
  { by = alex, approver = bea, ...said }: Said & { by?: Person; approver?: Person } = {},
): AuditRecord[] {
  const about = { receiver: by, ...said, request };
  return [asks(asked, { ...about, by }), decides('approved', answered, approver, 'ok', { request })];
}

/** So many approvals, a few a day from 3 August on, each asked for at 09:00 or later and approved at 11:00. */
export function history(
  count: number,
  said: Parameters<typeof approved>[3] = {},
  { first = 100, perDay = 3 } = {},
): AuditRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const day = 3 + Math.floor(number / perDay);
    const minute = String(number % perDay).padStart(2, '0');
    return approved(first + number, `${day} 09:${minute}`, `${day} 11:00`, said);
  }).flat();
}
