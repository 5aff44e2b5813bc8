import type { Env } from '@/lib/env';

/** The environment of a product that reads the exports at `path`, in memory and without sign-in. */
export function filesEnv(path: string, more: Partial<Env> = {}): Env {
  return {
    source: { kind: 'files', path, bundled: false },
    signIn: null,
    cloud: 'public',
    clientSecret: null,
    dataDir: null,
    tenant: null,
    exclusionRulesFile: null,
    privileged: { ids: [], patterns: [] },
    logLevel: 'silent',
    metricsEveryMs: null,
    ...more,
  };
}
