'use client';

import type { AccessRequest } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { narrowings } from './narrowings';
import { Section } from './Section';

/**
 * Narrows the table to what the request says, or to everything else: its people and package by object id where the
 * records have one, its outcome, kind, delivery, client, reason and checks, the range of its time to approve, its days.
 */
export function FilterButtons({ request }: { request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  const { timeZone } = useZone();
  return (
    <Section title="Narrow the requests">
      <ul className="flex flex-wrap gap-2">
        {narrowings(request, timeZone).map(({ field, label, value, name, narrow: narrowed, isChosen }) => (
          <li key={`${field} ${value}`} className="flex max-w-full">
            <button
              type="button"
              className="button button-small min-w-0 rounded-e-none"
              disabled={isChosen(asked, false)}
              onClick={() => narrow((filter) => narrowed(filter, false))}
            >
              <span className="truncate">
                Only {label} <LogText text={name} />
              </span>
            </button>
            <button
              type="button"
              className="button button-small -ms-px rounded-s-none"
              aria-label={`Not ${label} ${visible(name)}`}
              disabled={isChosen(asked, true)}
              onClick={() => narrow((filter) => narrowed(filter, true))}
            >
              Not
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
