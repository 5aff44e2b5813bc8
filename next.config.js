/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', 'pino'],
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'no-referrer' },
        { key: 'x-frame-options', value: 'DENY' },
      ],
    },
  ],
};

export default config;
