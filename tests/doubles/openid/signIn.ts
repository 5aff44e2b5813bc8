import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { signInPage } from './pages';
import { isPersonName, type PersonName } from './people';

/**
 * Shows the sign-in page, or ends the sign-in with who was chosen there; `met` is told when it met a challenge of
 * Conditional Access.
 */
export async function signIn(
  provider: Provider,
  mount: string,
  request: IncomingMessage,
  response: ServerResponse,
  met: (user: PersonName) => void,
): Promise<void> {
  const { uid, prompt, params } = await provider.interactionDetails(request, response);
  const finish = (result: Record<string, unknown>, mergeWithLastSubmission: boolean) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission });
  if (prompt.name !== 'login') return finish({ consent: {} }, true);
  if (request.method === 'GET')
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(signInPage(`${mount}/interaction/${uid}`));
  const user = new URLSearchParams(await bodyOf(request)).get('login');
  if (!isPersonName(user))
    return finish(
      { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' },
      false,
    );
  if (isChallenge(params.claims)) met(user);
  return finish({ login: { accountId: user } }, false);
}

/** True for the claims parameter that a Conditional Access challenge gave. */
export function isChallenge(claims: unknown): boolean {
  return typeof claims === 'string' && claims.includes('capolids');
}

/** The whole body as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
