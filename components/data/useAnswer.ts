'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer } from '@/lib/answers';
import { useReader } from '../sign-in/reader';
import type { AnswerError } from './AnswerError';
import { fetchAnswer, type Routes } from './fetchAnswer';

/** Pause between two looks while the server is still reading its files, and after that. */
const whileLoading = 2000;
const otherwise = 60_000;

/** A way to ask for an answer before the part of the page that shows it is drawn. */
export function useAskAhead() {
  const client = useQueryClient();
  return useCallback(
    <R extends keyof Routes>(route: R, url: string) => void client.prefetchQuery(questionOf(route, url)),
    [client],
  );
}

function questionOf<R extends keyof Routes>(route: R, url: string | null) {
  return {
    queryKey: [route, url],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<Routes[R]>> =>
      fetchAnswer<R>(url ?? route, signal),
  };
}

/**
 * One answer of the API, asked again every two seconds until the data behind it are complete, then each minute. With
 * `keep`, the last answer stays while another one of the same route is on its way. Null asks nothing.
 */
export function useAnswer<R extends keyof Routes>(
  route: R,
  url: string | null,
  { keep = true }: { keep?: boolean } = {},
) {
  const client = useQueryClient();
  const ended = useReader()?.ended ?? false;
  const question = questionOf(route, url);
  const query = useQuery<Answer<Routes[R]>, AnswerError>({
    ...question,
    enabled: url !== null,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) =>
      state.data?.meta.coverage.state === 'loading' ? whileLoading : otherwise,
  });
  const { refetch } = query;
  return {
    answer: query.data,
    error: query.error,
    /** The answer shown belongs to an earlier question. */
    stale: query.isPlaceholderData,
    /** False once the session has ended: the question then waits for the reader. */
    fetching: query.isFetching && !ended,
    /** The question was taken back before it was answered. */
    cancelled: query.fetchStatus === 'idle' && (query.isPending || query.isPlaceholderData) && url !== null,
    cancel: () => client.cancelQueries({ queryKey: question.queryKey }),
    retry: useCallback(() => void refetch(), [refetch]),
  };
}
