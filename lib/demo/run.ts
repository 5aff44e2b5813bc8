import 'server-only';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSample } from '../source/sample/write';
import { exclusionRules } from './exclusionRules';
import { privilegedPackages } from './privilegedPackages';
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
      const now = new Date().toISOString();
      env.AUDIT_LOGS_PATH = path.join(bundled, 'records');
      env.AUDIT_LOGS_BUNDLED = '1';
      await writeSample({ out: env.AUDIT_LOGS_PATH, requests: 3000, until: now });
      env.PRIVILEGED_PACKAGES ||= privilegedPackages;
      env.EXCLUSION_RULES_FILE ||= path.join(bundled, 'exclusion-rules.json');
      writeFileSync(path.join(bundled, 'exclusion-rules.json'), JSON.stringify(exclusionRules(now), null, 2));
    }
    const welcome = `Access Package Approvals: http://${address}:${port} (sign-in off, this machine only; Ctrl+C stops it)`;
    return await serve(port, env, welcome);
  } finally {
    if (bundled !== null) rmSync(bundled, { recursive: true, force: true });
  }
}

await runDemo(demo);
