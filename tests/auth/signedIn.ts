import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serving } from '../api/serving';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';

/** The authority that readers of the product under test come from. */
export interface SignedIn {
  openId(): OpenId;
  /** Writes what scoped readers may see; until then there is no such file. */
  writeScopes(content: unknown): void;
}

/** Starts an authority, and the product with sign-in on, once for a test file. */
export function signedIn(): SignedIn {
  const folder = mkdtempSync(path.join(tmpdir(), 'scopes-'));
  const scopesFile = path.join(folder, 'scopes.json');
  let started: OpenId | null = null;
  const openId = () => {
    if (started === null) throw new Error('The authority is not started yet.');
    return started;
  };
  beforeAll(async () => {
    started = await startOpenId({ appOrigins: [], tls: makeTls(tlsFolder) });
  });
  serving(() => ({
    AZURE_CLIENT_ID: openId().clientId,
    AZURE_AUTHORITY_HOST: openId().authorityHost,
    SCOPES_FILE: scopesFile,
    LOG_LEVEL: 'silent',
  }));
  afterAll(async () => {
    await openId().close();
    rmSync(folder, { recursive: true });
  });
  return { openId, writeScopes: (content) => writeFileSync(scopesFile, JSON.stringify(content)) };
}
