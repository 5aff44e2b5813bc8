'use client';

import { useEffect } from 'react';
import { oneOfListUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { UnknownThing } from '../lists/UnknownThing';
import { RequestsView } from '../requests/RequestsView';
import { Failure } from '../ui/Failure';
import { useView } from '../view/useView';
import { PersonHeading } from './PersonHeading';
import { mainRole } from './roles';

/** The requests of one person in one role, and what is known of the person. `id` is the object id in lower case. */
export function PersonPage({ id }: { id: string }) {
  const { view, show } = useView();
  const { answer, error, stale, retry } = useAnswer(
    '/api/people/{id}',
    oneOfListUrl('/api/people', id, view),
  );
  const role = view.role ?? (answer && mainRole(answer.data));
  const settle = view.role === null && role !== undefined;
  useEffect(() => {
    if (settle) show((present) => ({ ...present, role }), { replace: true });
  }, [settle, role, show]);

  if (error?.code === 'not-found')
    return <UnknownThing message={error.message} path="/people" words="people" />;
  const heading = (
    <>
      <PersonHeading id={id} about={answer?.data} stale={stale} />
      {error ? <Failure what="What is known of this person" error={error} retry={retry} /> : null}
    </>
  );
  return view.role === null ? <main className="p-4">{heading}</main> : <RequestsView heading={heading} />;
}
