import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** How Playwright starts Chromium: an installed one where there is one, else the one that an npm package ships. */
export async function browser(): Promise<{ executablePath: string; args: string[] }> {
  return {
    executablePath: await executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

async function executable(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    existsSync,
  );
  if (installed) return installed;
  const { version } = createRequire(import.meta.url)('@sparticuz/chromium/package.json') as {
    version: string;
  };
  process.env.TMPDIR = path.resolve('.cache', `chromium-${version}`);
  mkdirSync(process.env.TMPDIR, { recursive: true });
  const { default: shipped } = await import('@sparticuz/chromium');
  return shipped.executablePath();
}
