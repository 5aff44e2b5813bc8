import type { OpenRequest } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';

/** How a view names a request: by its id, with its tenant where the data hold several tenants. */
export function openRequest(request: AccessRequest, severalTenants: boolean): OpenRequest {
  return { tenant: severalTenants ? request.tenant : null, requestId: request.requestId };
}

/** Whether the view names this request; ids compare case-insensitively. */
export function isOpen(open: OpenRequest | null, { tenant, requestId }: AccessRequest): boolean {
  if (open === null || open.requestId.toLowerCase() !== requestId.toLowerCase()) return false;
  return open.tenant === null || open.tenant.toLowerCase() === tenant.toLowerCase();
}
