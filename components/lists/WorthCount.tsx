'use client';

import { setValues, withFilter } from '@/lib/filter/edit';
import { worthALook } from '@/lib/filter/fields';
import { countWords } from '@/lib/words/count';
import { ViewLink } from '../view/ViewLink';

/** How many of the requests in view a strong or medium check marks, leading to them. */
export function WorthCount({ worth, requests }: { worth: number; requests: number }) {
  const words = `${countWords(worth)} of ${countWords(requests)} requests worth a look`;
  if (worth === 0) return <span>{words}</span>;
  return (
    <ViewLink
      className="link"
      to={(view) => withFilter(view, setValues(view.filter, 'strength', false, worthALook))}
    >
      {words}
    </ViewLink>
  );
}
