import { makeTls } from './tls';

/** Where the certificate of the doubles is kept, so that every process of a run trusts the same one. */
export const tlsFolder = '.cache/tls';

/** Runs before Vitest starts its processes: a process trusts only the authorities that it was started with. */
export default function setup(): void {
  process.env.NODE_EXTRA_CA_CERTS = makeTls(tlsFolder).caFile;
}
