import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import { AnswerError } from '../data/AnswerError';
import type { Refusal, Session } from '../data/authorizedFetch';
import { failureWords, isOutage } from './failureWords';

/** What a reader is turned away with. */
export interface TurnedAway {
  /** `ended`: they have to sign in again. `no-access`: they may see nothing here. */
  is: 'ended' | 'no-access';
  why: string;
  /** What the next sign-in must ask the authority for; null for nothing but the usual. */
  claims: string | null;
}

/** Asks the API with tokens that MSAL keeps and renews; a challenge of the authority is answered there, once. */
export function entraSession(
  instance: IPublicClientApplication,
  account: AccountInfo,
  scope: string,
  turnAway: (turnedAway: TurnedAway) => void,
): Session {
  let over = false;
  const end = (why: string, claims: string | null) => {
    over = true;
    turnAway({ is: 'ended', why, claims });
  };
  const answerChallenge = (claims: string) => {
    over = true;
    noteAnswered(claims);
    instance
      .acquireTokenRedirect({ scopes: [scope], account, claims })
      .catch((error: unknown) => end(failureWords(error), claims));
  };
  return {
    async token({ renewed }) {
      if (over) throw new AnswerError('session-ended', sessionEnded, null);
      try {
        const request = { scopes: [scope], account, forceRefresh: renewed };
        return (await instance.acquireTokenSilent(request)).accessToken;
      } catch (cause) {
        if (isOutage(cause)) throw new AnswerError('unreachable', failureWords(cause), null, { cause });
        end(sessionEnded, null);
        throw new AnswerError('session-ended', sessionEnded, null, { cause });
      }
    },
    refused({ code, message, claims: asked }: Refusal) {
      if (over) return;
      const claims = asked ?? null;
      if (code === 'no-access' || code === 'scope-unknown')
        turnAway({ is: 'no-access', why: message, claims: null });
      else if (code === 'challenge' && claims !== null && !isAnswered(claims)) answerChallenge(claims);
      else if (endings.has(code)) end(message, claims);
    },
  };
}

const sessionEnded = 'Your session ended. Nothing on this page is lost.';
const endings = new Set(['sign-in-needed', 'token-expired', 'token-refused', 'challenge']);

/** A challenge that comes back after it was answered would otherwise lead to the authority for ever. */
const answered = 'answered-challenge';

function noteAnswered(claims: string): void {
  sessionStorage.setItem(answered, claims);
}

function isAnswered(claims: string): boolean {
  return sessionStorage.getItem(answered) === claims;
}
