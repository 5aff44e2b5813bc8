import { day } from '../source/sample/calendar';

/** Object ids in the bundled organisation. */
const hrSync = '8a3e5d17-c0b4-4f92-a6d8-71e90b2c4f53';
const onboarding = '37b8c2e6-9f10-4d5a-b7c3-e8406a1d92f7';
const brennan = '78983f98-021e-42f1-8d42-79d3be044a57';
const zielinska = '2c9605a5-0984-49ef-924e-383af0b44806';
const hofstetter = 'f2d6261c-a9b9-4dfa-ac1d-f6e20a84f4aa';

/**
 * The exclusion rules file of the demonstration: one rule for each false-positive note of the published hunting
 * query, good for half a year from `now` (UTC ISO 8601), and one that nobody has looked at again in time.
 */
export function exclusionRules(now: string) {
  const dateIn = (days: number) => new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);
  const expires = dateIn(180);
  const owner = 'Identity governance team';
  return [
    {
      name: 'HR synchronisation job',
      owner,
      reason:
        'svc-hr-sync assigns packages each night from the HR system; its code and its credentials are reviewed.',
      expires,
      filter: `requestor:${hrSync} kind:direct`,
    },
    {
      name: 'Data governance administrator',
      owner: 'Ruth Hofstetter, Data',
      reason:
        'She reviews requests for data packages as her job. What a strong or medium check marks stays in view.',
      expires,
      filter: `approver:${hofstetter} strength:none,low`,
    },
    {
      name: 'Workplace IT in PowerShell',
      owner: 'Workplace IT',
      reason: 'Bulk assignments by the two package administrators, each with a change ticket.',
      expires,
      filter: `client:powershell requestor:${brennan},${zielinska} kind:direct`,
    },
    {
      name: 'Onboarding automation over Graph',
      owner,
      reason: 'Assigns the starter packages through Microsoft Graph on the first day of a new colleague.',
      expires,
      filter: `client:graph requestor:${onboarding}`,
    },
    {
      name: 'Workplace IT in the portal',
      owner: 'Workplace IT',
      reason: 'Single assignments by the two package administrators in the Identity Governance portal.',
      expires,
      filter: `client:portal requestor:${brennan},${zielinska} kind:direct`,
    },
    {
      name: 'Office move in Warsaw',
      owner: 'Workplace IT',
      reason: 'Badge packages were assigned in bulk during the move.',
      expires: dateIn(-14),
      filter: 'package:"Warsaw office" kind:direct',
    },
  ];
}
