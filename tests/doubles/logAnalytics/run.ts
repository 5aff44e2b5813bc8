import { makeTls } from '../tls';
import { tlsFolder } from '../trust';
import { sampleRows, sampleWorkspaces } from './sampleWorkspaces';
import { LogAnalytics } from './server';

/**
 * Runs the service by itself over the bundled organisation: LOG_ANALYTICS_PORT and TOKEN_KEYS (address of the
 * authority's signing keys) set it. Records become visible at the time at which they are ingested.
 */
const service = new LogAnalytics({
  tls: makeTls(tlsFolder),
  port: Number(process.env.LOG_ANALYTICS_PORT ?? 9444),
  audience: 'https://api.loganalytics.io',
  keys: process.env.TOKEN_KEYS ?? null,
  workspaces: sampleRows(Date.now()),
  sees: (_, { ingestedAt }) => Date.parse(ingestedAt) <= Date.now(),
});
const endpoint = await service.start();
process.stdout.write(
  `${JSON.stringify({ endpoint: endpoint.replace(/\/v1$/, ''), workspaces: sampleWorkspaces })}\n`,
);
