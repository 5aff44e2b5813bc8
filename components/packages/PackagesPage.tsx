'use client';

import { listUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { ListPage } from '../lists/ListPage';
import { useView } from '../view/useView';
import { packageColumns } from './packageColumns';

const words = {
  title: 'Packages',
  about: 'Every access package in the requests that match, with the figures of those requests.',
  one: 'package',
  many: 'packages',
};

/** Every package of the requests that match, with its figures. */
export function PackagesPage() {
  const { view } = useView();
  const packages = useAnswer('/api/packages', listUrl('/api/packages', view));
  return (
    <ListPage
      words={words}
      list={packages}
      columns={packageColumns}
      ownOrder={{ by: 'requests', descending: true }}
    />
  );
}
