/** What the made-up organisation would set as PRIVILEGED_PACKAGES. */
export const privilegedPackages =
  'Tier 0*,Backup Operators,Production Break Glass,Security Operations*,Helpdesk*';
