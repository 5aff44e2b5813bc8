import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname }, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/doubles/trust.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: [
      '--conditions=react-server',
      `--import=${new URL('tests/typescriptWorkers.mjs', import.meta.url).href}`,
    ],
  },
});
