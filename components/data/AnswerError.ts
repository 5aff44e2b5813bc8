import type { ErrorAnswer } from '@/lib/answers';

/** Why an answer did not come. `code` is the API's own, or `unreachable`, `not-an-answer` or `session-ended`. */
export class AnswerError extends Error {
  /** When it failed, UTC ISO 8601. */
  readonly at: string;

  constructor(
    readonly code: string,
    message: string,
    /** Null when no server of ours answered. */
    readonly requestId: string | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AnswerError';
    this.at = new Date().toISOString();
  }
}

/** Whether a body is the API saying why it does not answer. */
export function isErrorAnswer(body: unknown): body is ErrorAnswer {
  if (!isObject(body) || !isObject(body.error)) return false;
  const { code, message, requestId, claims } = body.error;
  return (
    typeof code === 'string' &&
    typeof message === 'string' &&
    typeof requestId === 'string' &&
    (claims === undefined || typeof claims === 'string')
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
