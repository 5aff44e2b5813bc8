import 'server-only';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { people } from '../../tests/doubles/openid/people';
import { registration } from '../../tests/doubles/openid/registration';
import { startDouble } from './double';
import { scopes } from './scopes';
import { address, freePort, runDemo, serve } from './serve';

const provider = z.object({ authorityHost: z.url(), caFile: z.string() });
const service = z.object({ endpoint: z.url(), workspaces: z.array(z.unknown()) });

/**
 * The live mode without Azure: sign-in at a double of Microsoft Entra, records from a double of Log Analytics, both
 * on this machine over TLS. OPENID_PORT, LOG_ANALYTICS_PORT and TOKEN_SECONDS set the doubles.
 */
async function demo(): Promise<number> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'access-package-approvals-live-'));
  try {
    const origin = `http://${address}:${port}`;
    const { authorityHost, caFile } = provider.parse(
      await startDouble('tests/doubles/openid/run.ts', { APP_ORIGINS: origin }),
    );
    const trust = { NODE_EXTRA_CA_CERTS: caFile };
    const { endpoint, workspaces } = service.parse(
      await startDouble('tests/doubles/logAnalytics/run.ts', {
        ...trust,
        TOKEN_KEYS: `${authorityHost}/${registration.tenant}/v2.0/jwks`,
      }),
    );
    const scopesFile = path.join(folder, 'scopes.json');
    writeFileSync(scopesFile, JSON.stringify(scopes()));
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      ...trust,
      // Set but empty: Next would read a variable that is absent from .env.
      AUDIT_LOGS_PATH: '',
      AZURE_CLOUD: '',
      LOG_ANALYTICS_ACCESS: '',
      LOG_ANALYTICS_DAYS: '',
      AZURE_TENANT_ID: registration.tenant,
      AZURE_CLIENT_ID: registration.clientId,
      AZURE_CLIENT_SECRET: registration.clientSecret,
      AZURE_AUTHORITY_HOST: authorityHost,
      LOG_ANALYTICS_WORKSPACES: JSON.stringify(workspaces),
      LOG_ANALYTICS_ENDPOINT: endpoint,
      SCOPES_FILE: scopesFile,
      DATA_DIR: path.join(folder, 'data'),
    };
    return await serve(port, env, welcome(origin, authorityHost));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function welcome(origin: string, authorityHost: string): string {
  const readers = Object.values(people).map(({ name, part }) => `  ${name.padEnd(16)} ${part}`);
  const discovery = `${authorityHost}/${registration.tenant}/v2.0/.well-known/openid-configuration`;
  return `Access Package Approvals, live: ${origin} (this machine only; Ctrl+C stops it)
The sign-in service has a certificate of its own, so first open ${discovery}
and accept it in the browser. Then sign in as one of
${readers.join('\n')}`;
}

await runDemo(demo);
