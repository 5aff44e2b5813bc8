'use client';

import { addValue } from '@/lib/filter/edit';
import type { AccessRequest } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { narrowings } from './narrowings';
import { Section } from './Section';

/**
 * Narrows the table to what the request says, or to everything else: its people and package by object id where the
 * records have one, its outcome, kind, delivery, client, reason and checks.
 */
export function FilterButtons({ request }: { request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  return (
    <Section title="Narrow the requests">
      <ul className="flex flex-wrap gap-2">
        {narrowings(request).map(({ field, label, value, name }) => (
          <li key={`${field} ${value}`} className="flex max-w-full">
            <button
              type="button"
              className="button button-small min-w-0 rounded-e-none"
              disabled={asked[field].is.includes(value)}
              onClick={() => narrow((filter) => addValue(filter, field, value))}
            >
              <span className="truncate">
                Only {label} <LogText text={name} />
              </span>
            </button>
            <button
              type="button"
              className="button button-small -ms-px rounded-s-none"
              aria-label={`Not ${label} ${visible(name)}`}
              disabled={asked[field].isNot.includes(value)}
              onClick={() => narrow((filter) => addValue(filter, field, value, true))}
            >
              Not
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
