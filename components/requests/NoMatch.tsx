'use client';

import { describeFilter } from '@/lib/filter/describe';
import { removeChip } from '@/lib/filter/edit';
import type { Chip } from '@/lib/filter/field';
import { withPin } from '@/lib/filter/pin';
import { countWords } from '@/lib/words/count';
import { countUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { chipKey } from '../filters/chipKey';
import { LogText } from '../ui/LogText';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';

/** Nothing matches: offers to take away each filter, with the number of requests that this would show. */
export function NoMatch({ names }: { names: Readonly<Record<string, string>> }) {
  const { view } = useView();
  const { timeZone } = useZone();
  const chips = describeFilter(view.filter, { names, timeZone });
  return (
    <section className="card" aria-label="No match">
      <p className="font-semibold">0 requests match.</p>
      <ul className="mt-2 grid justify-items-start gap-1">
        {chips.map((chip) => (
          <li key={chipKey(chip)}>
            <Without chip={chip} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Without({ chip }: { chip: Chip }) {
  const { view, pinned, narrow } = useView();
  const filter = withPin(removeChip(view.filter, chip), pinned);
  const { answer } = useAnswer('/api/requests', countUrl({ ...view, filter }));
  return (
    <button
      type="button"
      className="button button-small max-w-full whitespace-normal text-start"
      onClick={() => narrow((present) => removeChip(present, chip))}
    >
      <span>
        Without {chip.label} {chip.verb} <LogText text={chip.words} />:{' '}
        <strong className="num font-semibold">
          {answer === undefined ? '…' : countWords(answer.data.total)}
        </strong>
      </span>
    </button>
  );
}
