import { type Role, roles } from '@/lib/filter/view';

/** The role with most requests or decisions; the first of equals in the order in which they are shown. */
export function mainRole(counts: Readonly<Record<Role, number>>): Role {
  return roles.reduce((most, role) => (counts[role] > counts[most] ? role : most));
}
