/** Every code the product can answer with, and the HTTP status it maps to. */
const statuses = {
  'bad-parameter': 400,
  /** No token came, or none that this product can check. */
  'sign-in-needed': 401,
  'token-expired': 401,
  'token-refused': 401,
  /** The authority asks the reader for more, such as another factor; the answer carries its challenge. */
  challenge: 401,
  'no-access': 403,
  'scope-unknown': 403,
  'workspace-refused': 403,
  'not-found': 404,
  'body-too-large': 413,
  'address-too-long': 414,
  /** The reader asks faster, or more at once, than one reader may. */
  'too-many-questions': 429,
  'export-running': 409,
  'export-failed': 409,
  'exports-busy': 503,
  'tenant-needed': 409,
  'host-refused': 403,
  'environment-invalid': 500,
  'store-unavailable': 503,
  'authority-unreachable': 503,
  /** The machine's clock and the service's differ by so much that records would be missed. */
  'clock-differs': 503,
  'workspace-unavailable': 502,
  /** The answer is too large, or comes too late; that of a smaller slice of time may not be. */
  'workspace-too-much': 502,
  'workspace-too-slow': 502,
  'workspace-throttled': 503,
  'workspace-unknown': 502,
  'table-missing': 502,
  'audience-wrong': 502,
  'question-too-long': 503,
  'disk-full': 503,
  'memory-full': 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof statuses;

const mark = Symbol.for('access-package-approvals/AppError');

/** An error a user can act on: a stable code, a sentence with the mend, and the cause for the log. */
export class AppError extends Error {
  readonly [mark] = true;

  readonly code: ErrorCode;

  /** The claims that the authority wants, for code `challenge`; the browser signs in again with them. */
  readonly claims: string | null;

  /** How long the service wants to be left alone, for code `workspace-throttled`; null when it did not say. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { claims?: string; retryAfterSeconds?: number | null } = {},
  ) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.claims = options.claims ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  /** Next bundles start-up code and routes apart, so one process holds several copies of this class. */
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return typeof value === 'object' && value !== null && mark in value;
  }

  get status(): number {
    return statuses[this.code];
  }
}
