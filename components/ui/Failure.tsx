import type { AnswerError } from '../data/AnswerError';
import { Time } from './Time';

/** What failed and when, the request id for the server's log, and a way to try again. */
export function Failure({ what, error, retry }: { what: string; error: AnswerError; retry: () => void }) {
  return (
    <div role="alert" className="note failure flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{what} could not be read.</strong> {error.message} At{' '}
        <Time at={error.at} exact />.
        {error.requestId === null ? null : (
          <>
            {' '}
            Request id <code className="font-mono text-small break-all">{error.requestId}</code>.
          </>
        )}
      </p>
      <button type="button" className="button button-small" onClick={retry}>
        Retry
      </button>
    </div>
  );
}
