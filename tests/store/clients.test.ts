import { describe } from 'vitest';
import type { Client } from '@/lib/request';
import { recordOf } from '../audit/wrappers';
import { type App, asks, dana, governance, ours, type Person } from './build';
import { folding } from './folding';

const check = folding();

const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';
const azurePowerShell = '1950a258-227b-4e31-a9cf-717495945fc2';
const commandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e';
const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const graphExplorer = 'de8bc8b5-d9f9-48b1-a8ad-b748da725064';
const own = '0b1ec700-0000-4000-8000-000000000001';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0';
const shell = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-IE) PowerShell/7.5.2';
const oldShell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.26100.8115';

const job: App = { servicePrincipalId: own, appId: null, name: 'svc-hr-sync' };

/** Who acts, and what the record carries of the program: a user agent, an application id. */
interface Carried {
  by?: Person | App;
  agent?: string;
  app?: string;
}

function assigns({ by = dana, agent, app }: Carried) {
  const details = [
    ...(agent === undefined ? [] : [['User-Agent', agent] as const]),
    ...(app === undefined ? [] : [['AppId', app] as const]),
  ];
  return ours('Administrator directly assigns user to access package', '08:00', by, { details });
}

const told = (rule: string, client: Client, carried: Carried) =>
  check(`${rule}: ${client}`, [assigns(carried)], { client });

describe('a user agent tells the client', () => {
  told('a browser', 'portal', { agent: chrome });
  told('another browser', 'portal', { agent: firefox });
  told('PowerShell', 'powershell', { agent: shell });
  told('Windows PowerShell', 'powershell', { agent: oldShell });
  told('Azure PowerShell', 'powershell', { agent: 'AzurePowershell/v14.3.0' });
  told('a Graph SDK', 'graph', { agent: 'kiota-dotnet/1.17.2' });
  told('a program that nobody knows', 'other', { agent: 'Go-http-client/2.0' });
  told('a form of a browser without its engine', 'other', { agent: 'Mozilla/5.0 (compatible; crawler)' });
});

describe('an application id tells it too', () => {
  told('Azure Portal', 'portal', { app: portal });
  told('Azure Portal in capitals', 'portal', { app: portal.toUpperCase() });
  told('Azure PowerShell', 'powershell', { app: azurePowerShell });
  told('Graph Command Line Tools', 'powershell', { app: commandLineTools });
  told('Azure CLI', 'graph', { app: azureCli });
  told('Graph Explorer, which is a page', 'graph', { app: graphExplorer, agent: chrome });
  told('an application of the organisation that a person uses', 'other', { app: own });
  told('in a browser', 'other', { app: own, agent: chrome });
  told('as the own application of a script', 'powershell', { app: own, agent: shell });
});

describe('what contradicts itself is no known client', () => {
  told('the portal in PowerShell', 'other', { app: portal, agent: shell });
  told('the portal in a program', 'other', { app: portal, agent: 'python-requests/2.32.3' });
  told('PowerShell in a browser', 'other', { app: azurePowerShell, agent: chrome });
  told('Azure CLI in PowerShell', 'other', { app: azureCli, agent: shell });
});

describe('an application that acts by itself', () => {
  told('has nothing but the Graph API to ask with', 'graph', { by: job });
  told('may be a script', 'powershell', { by: job, agent: shell });
  told('has no browser', 'other', { by: job, agent: chrome });
  told('is known by the id in InitiatedBy', 'powershell', { by: { ...job, appId: azurePowerShell } });
  told('is not known by a name, which anybody can choose', 'graph', {
    by: { ...job, name: 'Azure Portal' },
  });
  check(
    'that is entitlement management itself is another client',
    [ours('Entitlement Management creates access package assignment request for user', '08:00', governance)],
    { client: 'other' },
  );
});

describe('unknown stays unknown', () => {
  told('a record that carries nothing', 'unknown', {});
  told('an empty user agent', 'unknown', { agent: ' ' });
  check(
    'where only a decision is known',
    [ours('Deny access package assignment request', '08:00', dana, { details: [['User-Agent', chrome]] })],
    { client: 'unknown' },
  );
});

describe('each wrapper carries it somewhere', () => {
  const said = asks('08:00');
  const wrapped = (more: Record<string, unknown>, properties: Record<string, unknown> = {}) =>
    recordOf({
      time: said.timeGenerated,
      operationName: said.operationName,
      ...more,
      properties: {
        id: 'wrapped',
        activityDisplayName: said.operationName,
        activityDateTime: said.activityDateTime,
        category: said.category,
        loggedByService: said.loggedByService,
        targetResources: JSON.parse(said.targetResources ?? ''),
        initiatedBy: JSON.parse(said.initiatedBy ?? ''),
        ...properties,
      },
    });
  check('the envelope in its properties', [wrapped({}, { userAgent: shell })], { client: 'powershell' });
  check('the envelope beside them', [wrapped({ UserAgent: chrome })], { client: 'portal' });
  check('a column with a blank', [wrapped({ 'User Agent': chrome })], { client: 'portal' });
});
