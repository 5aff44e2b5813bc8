'use client';

import { listUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { ListPage } from '../lists/ListPage';
import { useView } from '../view/useView';
import { personColumns } from './personColumns';

const words = {
  title: 'People',
  about: 'Everyone who asked, received or decided in the requests that match, applications among them.',
  one: 'person',
  many: 'people',
};

/** Everyone in the requests that match, with their figures. */
export function PeoplePage() {
  const { view } = useView();
  const people = useAnswer('/api/people', listUrl('/api/people', view));
  return (
    <ListPage
      words={words}
      list={people}
      columns={personColumns}
      ownOrder={{ by: 'requests', descending: true }}
    />
  );
}
