import { makeTls } from '../tls';
import { tlsFolder } from '../trust';
import { startOpenId } from './openid';

/** Runs the provider by itself: OPENID_PORT, APP_ORIGINS (comma-separated) and TOKEN_SECONDS set it. */
const { authorityHost, tenant, clientId, caFile } = await startOpenId({
  port: Number(process.env.OPENID_PORT ?? 9443),
  appOrigins: (process.env.APP_ORIGINS ?? 'http://127.0.0.1:3000').split(','),
  tokenSeconds: Number(process.env.TOKEN_SECONDS ?? 3600),
  tls: makeTls(tlsFolder),
});
process.stdout.write(`${JSON.stringify({ authorityHost, tenant, clientId, caFile })}\n`);
