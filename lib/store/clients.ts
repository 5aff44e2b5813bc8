import type { Client } from '../request';

/**
 * Applications that Microsoft publishes under fixed ids, and what signs in as them: learn.microsoft.com, "Verify
 * first-party Microsoft applications in sign-in reports" (2024-03-08); that the Entra admin center is "Azure Portal",
 * "Planning for mandatory multifactor authentication" (2024-08-14). `Connect-MgGraph` is Graph Command Line Tools.
 */
const applications: Readonly<Record<string, Exclude<Client, 'other' | 'unknown'>>> = {
  /** Azure Portal. */
  'c44b4083-3bb0-49c1-b47d-974e53cbdf3c': 'portal',
  /** Microsoft Azure PowerShell. */
  '1950a258-227b-4e31-a9cf-717495945fc2': 'powershell',
  /** Microsoft Graph Command Line Tools. */
  '14d82eec-204b-4c2f-b7e8-296a70dab67e': 'powershell',
  /** Microsoft Azure CLI, which sends requests to Microsoft Graph with `az rest`. */
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'graph',
  /** Graph Explorer, a page that sends requests to Microsoft Graph. */
  'de8bc8b5-d9f9-48b1-a8ad-b748da725064': 'graph',
};

/**
 * Forms of a user agent, the first that fits: Windows PowerShell and PowerShell name themselves, as the cmdlets of
 * Microsoft Graph do; Microsoft Graph's SDKs are built on Kiota, which says `kiota-` and a language; browsers name
 * their engine.
 */
const agents: readonly (readonly [form: string, agent: 'powershell' | 'graph' | 'browser'])[] = [
  ['(?i)powershell/', 'powershell'],
  ['(?i)\\bkiota-[a-z]+/', 'graph'],
  ['^Mozilla/5\\.0 \\(.*\\b(AppleWebKit|Gecko)/', 'browser'],
];

/** SQL for what is said by whom, of one record. */
interface Says {
  /** The application id and the user agent, null where the record carries none. */
  application: string;
  agent: string;
  /** Whether an application acted, and whether entitlement management itself did. */
  byApplication: string;
  byService: string;
}

/**
 * SQL for the program that a request was made with. An application that acts by itself has no page to ask on, so it
 * is a Graph client unless its user agent says otherwise. What contradicts itself, such as the portal's id beside a
 * PowerShell user agent, is `other`. Display names tell nothing: anybody can choose one.
 */
export function clientOf({ application, agent, byApplication, byService }: Says): string {
  const known = `CASE lower(${application}) ${cases(applications)} END`;
  const form = `CASE ${agents.map(([like, name]) => `WHEN regexp_matches(${agent}, '${like}') THEN '${name}'`).join(' ')} WHEN ${agent} IS NOT NULL THEN 'other' END`;
  return `CASE WHEN ${byService} THEN 'other'
    WHEN ${known} = 'portal' THEN CASE WHEN coalesce(${form}, 'browser') = 'browser' THEN 'portal' ELSE 'other' END
    WHEN ${known} = 'powershell' THEN CASE WHEN coalesce(${form}, 'other') IN ('powershell', 'other') THEN 'powershell' ELSE 'other' END
    WHEN ${known} = 'graph' THEN CASE WHEN ${form} = 'powershell' THEN 'other' ELSE 'graph' END
    WHEN ${form} IN ('powershell', 'graph') THEN ${form}
    WHEN ${form} = 'browser' THEN CASE WHEN ${application} IS NULL AND NOT ${byApplication} THEN 'portal' ELSE 'other' END
    WHEN ${form} IS NOT NULL THEN 'other'
    WHEN ${byApplication} THEN 'graph'
    WHEN ${application} IS NOT NULL THEN 'other'
    ELSE 'unknown' END`;
}

function cases(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([id, client]) => `WHEN '${id}' THEN '${client}'`)
    .join(' ');
}
