/** What a browser could give a page and ours never asks for. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** @type {import('next').NextConfig} */
const config = {
  // The container image starts what stands by itself; everywhere else `next start` runs the build.
  ...(process.env.NEXT_OUTPUT === 'standalone' && { output: 'standalone' }),
  outputFileTracingIncludes: {
    // The store's native library and the queries are opened by name, which tracing does not see.
    '/*': ['./node_modules/@duckdb/node-bindings-*/**', './lib/source/kql/*.kql'],
  },
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', 'pino'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages get their content security policy, which needs a nonce for each of them, in proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'no-referrer' },
        { key: 'permissions-policy', value: unused.map((feature) => `${feature}=()`).join(', ') },
      ],
    },
    // Our own pages open /auth in a hidden frame to renew a token.
    { source: '/((?!auth$).*)', headers: [{ key: 'x-frame-options', value: 'DENY' }] },
    {
      source: '/api/:path*',
      headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default config;
