import 'server-only';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSample } from '../source/sample/write';
import { address, freePort, runDemo, serve } from './serve';

/** The demonstration: bundled data unless AUDIT_LOGS_PATH is set, no sign-in, this machine only. */
async function demo(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const port = await freePort();
  // Set but empty: Next would read a variable that is absent from .env.
  const env: NodeJS.ProcessEnv = { ...process.env, AZURE_CLIENT_ID: '', LOG_ANALYTICS_WORKSPACES: '' };
  const bundled = env.AUDIT_LOGS_PATH ? null : mkdtempSync(path.join(tmpdir(), 'access-package-approvals-'));
  try {
    if (bundled !== null) {
      await writeSample({ out: bundled, requests: 3000, until: new Date().toISOString() });
      env.AUDIT_LOGS_PATH = bundled;
      env.AUDIT_LOGS_BUNDLED = '1';
    }
    const welcome = `Access Package Approvals: http://${address}:${port} (sign-in off, this machine only; Ctrl+C stops it)`;
    return await serve(port, env, welcome);
  } finally {
    if (bundled !== null) rmSync(bundled, { recursive: true, force: true });
  }
}

await runDemo(demo);
