'use client';

import { oneOfListUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { UnknownThing } from '../lists/UnknownThing';
import { RequestsView } from '../requests/RequestsView';
import { Failure } from '../ui/Failure';
import { useView } from '../view/useView';
import { PackageHeading } from './PackageHeading';

/** The requests of one package, and what is known of the package. `id` is its object id in lower case. */
export function PackagePage({ id }: { id: string }) {
  const { view } = useView();
  const { answer, error, stale, retry } = useAnswer(
    '/api/packages/{id}',
    oneOfListUrl('/api/packages', id, view),
  );
  if (error?.code === 'not-found')
    return <UnknownThing message={error.message} path="/packages" words="packages" />;
  return (
    <RequestsView
      heading={
        <>
          <PackageHeading id={id} about={answer?.data} stale={stale} />
          {error ? <Failure what="What is known of this package" error={error} retry={retry} /> : null}
        </>
      }
    />
  );
}
