/** An answer that is no table: status, headers and body as they go out. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
  /** An object goes out as JSON, a text as it is. */
  body: object | string;
}

const error = (status: number, code: string, message: string, innererror?: object): Refusal => ({
  status,
  body: { error: { code, message, ...(innererror ? { innererror } : {}) } },
});

/** The service's errors, as its reference and the answers seen of it have them. */
export const refusals = {
  syntaxError: error(400, 'BadArgumentError', 'The request had some invalid properties', {
    code: 'SyntaxError',
    message: 'A recognition error occurred in the query.',
    innererror: { code: 'SYN0002', message: 'Query could not be parsed', line: 1, pos: 1 },
  }),
  tableMissing: error(400, 'BadArgumentError', 'The request had some invalid properties', {
    code: 'SemanticError',
    message: 'A semantic error occurred.',
    innererror: {
      code: 'SEM0100',
      message: "'where' operator: Failed to resolve table or column expression named 'AuditLogs'",
    },
  }),
  workspaceUnknown: error(400, 'FailedToResolveResource', 'The workspace could not be resolved.'),
  noToken: error(401, 'AuthenticationFailed', 'No authorization header was found.'),
  badToken: error(403, 'InvalidAuthenticationToken', 'The given token is invalid.'),
  wrongAudience: error(
    403,
    'InvalidAuthenticationTokenAudience',
    'The audience of the given token is invalid.',
  ),
  noAccess: error(
    403,
    'InsufficientAccessError',
    'The provided credentials have insufficient access to perform the requested operation',
  ),
  unauthorizedClient: error(403, 'InsufficientAccessError', 'Insufficient access', {
    code: 'UnauthorizedClient',
    message: 'The client application is not authorized.',
  }),
  pathNotFound: error(404, 'PathNotFoundError', 'The requested path does not exist'),
  throttled: error(429, 'ThrottledError', 'Too many requests'),
  throttledFor: (seconds: number): Refusal => ({
    ...error(429, 'ThrottledError', 'Too many requests'),
    headers: { 'retry-after': String(seconds) },
  }),
  serverError: error(500, 'InternalServerError', 'Something went wrong'),
  badGateway: { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' },
  unavailable: error(503, 'ServiceUnavailable', 'The service is unavailable'),
  gatewayTimeout: { status: 504, body: '' },
  noContent: { status: 204, body: '' },
  nothing: { status: 200, body: '' },
  brokenJson: { status: 200, body: '{"tables":[{"name":"PrimaryResult","columns":[],"rows":[[1,' },
} as const satisfies Record<string, Refusal | ((seconds: number) => Refusal)>;

/** What the service adds to a 200 whose rows are not all, in the two wordings that were seen. */
export const partialErrors = {
  message: {
    code: 'PartialError',
    message:
      'Query result set has exceeded the internal data size limit 67108864 (E_QUERY_RESULT_SET_TOO_LARGE).',
    details: [],
  },
  details: {
    code: 'PartialError',
    message: 'There were some errors when processing your query.',
    details: [
      {
        code: 'EngineError',
        message: 'Something went wrong processing your query on the server.',
        innererror: {
          code: '-2133196797',
          message:
            'The results of this query exceed the set limit of 500000 records (E_QUERY_RESULT_SET_TOO_LARGE).',
          severity: 2,
          severityName: 'Error',
        },
      },
    ],
  },
};
