'use client';

import { useState } from 'react';
import type { AccessRequest } from '@/lib/request';
import { requestKqlUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { KqlQueries } from '../sentinel/KqlQueries';
import { Failure } from '../ui/Failure';
import { Section } from './Section';

/** The query that gets the request's records from a workspace, written when it is asked for. */
export function InSentinel({ request }: { request: AccessRequest }) {
  const [asked, setAsked] = useState(false);
  const { answer, error, retry } = useAnswer(
    '/api/requests/{id}/kql',
    asked ? requestKqlUrl(request) : null,
    { keep: false },
  );
  return (
    <Section title="In Sentinel">
      {error ? (
        <Failure what="The query" error={error} retry={retry} />
      ) : answer === undefined ? (
        <button
          type="button"
          className="button button-small"
          aria-disabled={asked}
          onClick={() => setAsked(true)}
        >
          {asked ? 'Writing the query…' : 'Show the query for its records'}
        </button>
      ) : (
        <div ref={takeFocus} tabIndex={-1} className="outline-none">
          <KqlQueries answer={answer.data} />
        </div>
      )}
    </Section>
  );
}

/** The button that asked is gone, so what it asked for takes the focus. */
function takeFocus(element: HTMLElement | null) {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
