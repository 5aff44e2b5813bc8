import { type NextRequest, NextResponse } from 'next/server';
import { signInEnv } from './lib/signIn';

/** Gives every page its content security policy; no script and no style sheet runs without this answer's nonce. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    authority: signInEnv()?.authorityHost ?? null,
    isBridge: request.nextUrl.pathname === '/auth',
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static/|theme\\.js$|icon\\.svg$).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
};

function contentSecurityPolicy({
  nonce,
  authority,
  isBridge,
  isDevelopment,
}: {
  nonce: string;
  /** Origin that readers sign in at; null while sign-in is off. */
  authority: string | null;
  /** The page that a hidden frame of ours opens to renew a token. */
  isBridge: boolean;
  isDevelopment: boolean;
}): string {
  const ours = authority === null ? "'self'" : `'self' ${authority}`;
  return [
    "default-src 'none'",
    // React in development evaluates text to show where an error came from.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The overlay of the development server brings its own style elements.
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positions and sizes of charts, menus and the table are style attributes.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${ours}`,
    `frame-src ${ours}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${isBridge ? "'self'" : "'none'"}`,
  ].join('; ');
}
