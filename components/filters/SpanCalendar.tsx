'use client';

import { type CalendarDate, parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
  RangeCalendar,
} from 'react-aria-components';

/** The two ends as date-and-time fields show them, `2026-10-01T00:00:00`; the end is exclusive. Empty: not set. */
interface Ends {
  from: string;
  to: string;
}

/** A month of days, of which the first and the last one are picked; the span then ends where the last one does. */
export function SpanCalendar({ from, to, choose }: Ends & { choose: (ends: Ends) => void }) {
  return (
    <I18nProvider locale="en-GB">
      <RangeCalendar
        aria-label="Whole days"
        value={days({ from, to })}
        onChange={({ start, end }) =>
          choose({ from: `${start}T00:00:00`, to: `${end.add({ days: 1 })}T00:00:00` })
        }
      >
        <header className="mb-1 flex items-center">
          <Button slot="previous" className="icon-button">
            <ChevronLeft size={16} aria-hidden />
          </Button>
          <Heading className="flex-1 text-center font-semibold" />
          <Button slot="next" className="icon-button">
            <ChevronRight size={16} aria-hidden />
          </Button>
        </header>
        <CalendarGrid className="num w-full border-collapse">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className="text-ink-2 text-small">{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="flex min-h-8 cursor-pointer items-center justify-center hover:bg-hover data-[outside-month]:invisible data-[selected]:bg-selected data-[selection-end]:rounded-e-control data-[selection-start]:rounded-s-control data-[selection-end]:font-semibold data-[selection-start]:font-semibold data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[focus-visible]:-outline-offset-2"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
    </I18nProvider>
  );
}

/** The days that the ends lie on; none while one of them is missing. */
function days({ from, to }: Ends): { start: CalendarDate; end: CalendarDate } | null {
  const [start, last] = [dayOf(from), dayOf(to)];
  if (start === null || last === null) return null;
  const end = /T00:00(:00)?$/.test(to) ? last.subtract({ days: 1 }) : last;
  return end.compare(start) < 0 ? null : { start, end };
}

function dayOf(end: string): CalendarDate | null {
  return /^\d{4}-\d\d-\d\dT/.test(end) ? parseDate(end.slice(0, 10)) : null;
}
