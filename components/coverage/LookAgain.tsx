'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnswerError, isErrorAnswer } from '../data/AnswerError';
import { authorizedFetch } from '../data/authorizedFetch';

/** Has the workspaces looked into now, and says when that could not be done. */
export function LookAgain() {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: lookAgain,
    onSuccess: () => client.invalidateQueries({ queryKey: ['/api/coverage'] }),
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button type="button" className="button button-small" disabled={isPending} onClick={() => mutate()}>
        {isPending ? 'Looking…' : 'Look for new records now'}
      </button>
      <span role="status" className="text-small text-strong">
        {error === null ? '' : error.message}
        {error instanceof AnswerError && error.requestId !== null ? ` Request id ${error.requestId}.` : ''}
      </span>
    </div>
  );
}

async function lookAgain(): Promise<void> {
  const response = await authorizedFetch('/api/sync', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{}',
  }).catch((cause: unknown) => {
    if (cause instanceof AnswerError) throw cause;
    throw new AnswerError('unreachable', 'The server cannot be reached.', null, { cause });
  });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  if (isErrorAnswer(body)) throw new AnswerError(body.error.code, body.error.message, body.error.requestId);
  throw new AnswerError('not-an-answer', 'The server could not look. Try again.', null);
}
