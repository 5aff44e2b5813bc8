import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { NoAnswer } from './thread';

type Status = Extract<NoAnswer['failure'], { kind: 'status' }>;

/** The sentence for a question without an answer, with the mend. Source of codes: the service's error reference. */
export function appError(error: NoAnswer, workspace: string): AppError {
  const { failure } = error;
  const of = `workspace ${workspace}`;
  switch (failure.kind) {
    case 'status':
      return ofStatus(failure, of, error);
    case 'network':
      return new AppError('workspace-unavailable', networkSentence(failure.code, failure.message), {
        cause: error,
      });
    case 'unreadable':
      return new AppError(
        'workspace-unavailable',
        `Log Analytics answered for ${of} with something that is no answer; a proxy may stand between. Try again, and check LOG_ANALYTICS_ENDPOINT if it stays so.`,
        { cause: error },
      );
    case 'disk':
      return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(failure.code)
        ? new AppError('disk-full', 'The disk is full. Free some space, or give DATA_DIR another disk.', {
            cause: error,
          })
        : new AppError('internal', `The answer of ${of} could not be written (${failure.code}).`, {
            cause: error,
          });
    case 'crashed':
      return failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? tooMuch(of, 'is larger than the memory to read it in', error)
        : new AppError('internal', `Reading the answer of ${of} failed.`, { cause: error });
    case 'slow':
      return tooSlow(of, 'took too long to arrive', error);
    case 'aborted':
      return new AppError('internal', `The question to ${of} was given up.`, { cause: error });
  }
}

function ofStatus(failure: Status, of: string, cause: Error): AppError {
  const { codes, text } = serviceError(failure.body);
  const fail = (code: ConstructorParameters<typeof AppError>[0], sentence: string) =>
    new AppError(code, sentence, { cause });
  if (/failed to resolve table[^']*'AuditLogs'/i.test(text))
    return fail(
      'table-missing',
      `There is no table AuditLogs in ${of}. Send the category AuditLogs of the Microsoft Entra diagnostic settings to it; the first records can take up to three days.`,
    );
  if (codes.some((code) => /^(FailedToResolveResource|WorkspaceNotFound(Error)?)$/i.test(code)))
    return fail(
      'workspace-unknown',
      `Log Analytics knows no ${of}. Check the workspace id (a GUID, on the workspace's overview page) in LOG_ANALYTICS_WORKSPACES, and AZURE_CLOUD.`,
    );
  if (codes.includes('InvalidAuthenticationTokenAudience'))
    return fail(
      'audience-wrong',
      'The token is for another service than Log Analytics of this cloud. Check AZURE_CLOUD, and LOG_ANALYTICS_ENDPOINT if it is set.',
    );
  if (/E_QUERY_RESULT_SET_TOO_LARGE|E_RUNAWAY_QUERY|E_LOW_MEMORY_CONDITION/.test(text))
    return tooMuch(of, 'is larger than the service gives at once', cause);
  switch (failure.status) {
    case 401:
      return fail('workspace-refused', tokenRefused(of));
    case 403:
      return fail('workspace-refused', refused(codes, of));
    case 404:
      return fail(
        'workspace-unavailable',
        `Log Analytics has no query address for ${of} where it was asked. Check LOG_ANALYTICS_ENDPOINT, which ends before /v1.`,
      );
    case 413:
      return tooMuch(of, 'is larger than the service gives at once', cause);
    case 408:
    case 504:
      return tooSlow(of, 'took longer than the service waits', cause);
    case 429:
      return throttled(failure.retryAfter, of, cause);
    case 400:
      return fail('workspace-unavailable', `Log Analytics did not accept the query for ${of}.`);
  }
  return fail(
    'workspace-unavailable',
    `Log Analytics could not answer for ${of} (status ${failure.status}). Try again in a few minutes.`,
  );
}

function refused(codes: readonly string[], of: string): string {
  if (codes.some((code) => /^InvalidAuthenticationToken/.test(code))) return tokenRefused(of);
  if (codes.includes('UnauthorizedClient'))
    return `Log Analytics refuses this application itself for ${of}. Give its service principal the role Log Analytics Reader on the workspace and wait up to 60 minutes, or set LOG_ANALYTICS_ACCESS to delegated.`;
  return `No access to ${of}: the account that asks has no role on it, or not yet. Give it the role Log Analytics Reader on the workspace; a new role takes up to 60 minutes.`;
}

function tokenRefused(of: string): string {
  return `Log Analytics did not accept the token for ${of}. Sign in again; if it stays so, check AZURE_TENANT_ID and the permission Log Analytics API, Data.Read.`;
}

function tooMuch(of: string, why: string, cause: Error): AppError {
  return new AppError('workspace-too-much', `The answer of ${of} ${why}. Ask for a shorter time.`, { cause });
}

function tooSlow(of: string, why: string, cause: Error): AppError {
  return new AppError('workspace-too-slow', `The answer of ${of} ${why}. Ask for a shorter time.`, { cause });
}

function throttled(retryAfter: string | null, of: string, cause: Error): AppError {
  const retryAfterSeconds = secondsOf(retryAfter);
  const when = retryAfterSeconds === null ? 'in a minute' : `in ${retryAfterSeconds} seconds`;
  return new AppError(
    'workspace-throttled',
    `Log Analytics takes no more questions for ${of} just now. Ask again ${when}.`,
    { cause, retryAfterSeconds },
  );
}

/** `Retry-After` in seconds, as which the service gives it; null for anything else. */
export function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : null;
}

function networkSentence(code: string, message: string): string {
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/i.test(`${code} ${message}`))
    return 'The certificate of the Log Analytics endpoint is not trusted here. If a proxy opens TLS, name its authority in NODE_EXTRA_CA_CERTS and start again.';
  if (/ENOTFOUND|EAI_AGAIN/.test(`${code} ${message}`))
    return 'The Log Analytics endpoint has no address in DNS. Check the network, AZURE_CLOUD, and LOG_ANALYTICS_ENDPOINT if it is set.';
  return 'The connection to Log Analytics failed before the answer was whole. Try again; check the network if it stays so.';
}

const inner = z.looseObject({ code: z.string().optional(), message: z.string().optional() });
const body = z.looseObject({ error: inner.extend({ innererror: z.unknown().optional() }) });

/** Every code in the service's error and in those inside it, and all its text; nothing for what is no such error. */
function serviceError(text: string): { codes: string[]; text: string } {
  const codes: string[] = [];
  let next: unknown;
  try {
    next = body.parse(JSON.parse(text)).error;
  } catch {
    return { codes, text: '' };
  }
  for (let depth = 0; depth < 5; depth++) {
    const one = inner.safeParse(next);
    if (!one.success) break;
    if (one.data.code) codes.push(one.data.code);
    next = one.data.innererror;
  }
  return { codes, text };
}
