import { defineConfig } from '@playwright/test';
import { browser } from './tests/e2e/browser';
import { doubles } from './tests/e2e/doubles';

const demo = 'http://127.0.0.1:3170';
const live = 'http://127.0.0.1:3171';
const server = {
  env: { AUDIT_LOGS_PATH: '', DATA_DIR: '', LOG_LEVEL: 'warn' },
  timeout: 180_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    viewport: { width: 1480, height: 900 },
    timezoneId: 'Asia/Kolkata',
    trace: 'retain-on-failure',
    launchOptions: await browser(),
  },
  projects: [
    { name: 'demo', testIgnore: 'live*.spec.ts', use: { baseURL: demo } },
    // The doubles' certificate is known to the server alone.
    {
      name: 'live',
      testMatch: 'live*.spec.ts',
      // A page is there once the reader has been to the provider and back.
      expect: { timeout: 15_000 },
      use: { baseURL: live, ignoreHTTPSErrors: true },
    },
  ],
  webServer: [
    {
      ...server,
      command: 'npm run demo',
      url: `${demo}/api/health`,
      env: { ...server.env, PORT: new URL(demo).port },
    },
    {
      ...server,
      command: 'npm run demo:live',
      url: `${live}/api/health`,
      env: { ...server.env, PORT: new URL(live).port, ...doubles },
    },
  ],
});
