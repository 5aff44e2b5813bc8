/** Every code the product can answer with, and the HTTP status it maps to. */
const statuses = {
  'bad-parameter': 400,
  'not-found': 404,
  'tenant-needed': 409,
  'host-refused': 403,
  'environment-invalid': 500,
  'store-unavailable': 503,
  'disk-full': 503,
  'memory-full': 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof statuses;

/** An error a user can act on: a stable code, a sentence with the mend, and the cause for the log. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }

  get status(): number {
    return statuses[this.code];
  }
}
