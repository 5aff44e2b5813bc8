import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a TLS server on loopback needs, and the file that its clients name in NODE_EXTRA_CA_CERTS. */
export interface Tls {
  /** PEM. */
  key: string;
  /** PEM; for `localhost`, `127.0.0.1` and `::1`. */
  cert: string;
  caFile: string;
}

const dayMs = 86_400_000;

/**
 * A certificate authority of its own and a server certificate below it, made without openssl. They are kept in
 * `folder` and found there again, because a process trusts only the authorities that it was started with.
 */
export function makeTls(folder: string): Tls {
  const [key, cert, caFile] = ['key.pem', 'cert.pem', 'ca.pem'].map((name) => path.resolve(folder, name)) as [
    string,
    string,
    string,
  ];
  if (![key, cert, caFile].every(existsSync) || isOld(cert)) {
    mkdirSync(folder, { recursive: true });
    const authority = newKey();
    const server = newKey();
    writeFileSync(caFile, certificate('Test authority', authority, authority.privateKey, authorityUse));
    writeFileSync(cert, certificate('localhost', server, authority.privateKey, serverUse));
    writeFileSync(key, server.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8'), caFile };
}

function isOld(certFile: string): boolean {
  return Date.parse(new X509Certificate(readFileSync(certFile)).validTo) < Date.now() + dayMs;
}

interface KeyPair {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

function newKey(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** One value of ASN.1 in DER: tag, length, content. */
function der(tag: number, ...parts: (Buffer | string | number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Buffer, unused = 0) => der(0x03, [unused], content);
const time = (ms: number) => der(0x17, `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`);
const name = (text: string) => sequence(der(0x31, sequence(objectId('550403'), der(0x0c, text))));
const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(objectId(id), ...(critical ? [der(0x01, [255])] : []), der(0x04, value));

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
const authorityUse = [
  extension('551d13', true, sequence(der(0x01, [255]))),
  extension('551d0f', true, bits(Buffer.from([0b100]), 2)),
];
const serverUse = [
  extension('551d13', true, sequence()),
  extension('551d25', false, sequence(objectId('2b06010505070301'))),
  extension(
    '551d11',
    false,
    sequence(
      der(0x82, 'localhost'),
      der(0x87, [127, 0, 0, 1]),
      der(0x87, [...new Array<number>(15).fill(0), 1]),
    ),
  ),
];

/** An X.509 version 3 certificate as PEM (RFC 5280), signed by the test authority, good for a month. */
function certificate(subject: string, own: KeyPair, signer: KeyObject, extensions: Buffer[]): string {
  const now = Date.now();
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1], randomBytes(15)),
    ecdsaWithSha256,
    name('Test authority'),
    sequence(time(now - dayMs), time(now + 30 * dayMs)),
    name(subject),
    own.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const whole = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
