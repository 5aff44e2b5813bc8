import type { Mark } from '@/lib/request';
import { checkWords } from '@/lib/words/checks';
import { StrengthShape, Tag } from '../ui/Tag';
import { CheckTag } from './CheckTag';

const shown = 2;

/**
 * The checks that mark a request, strongest first: the first two by name and how many more, or only their number
 * where the table is narrow. Null is "not checked yet", and none is nothing.
 */
export function Checks({ checks }: { checks: readonly Mark[] | null }) {
  if (checks === null) return <i className="text-ink-3">Not checked yet</i>;
  const [strongest] = checks;
  if (strongest === undefined) return <span className="sr-only">No check marks it</span>;
  const more = checks.slice(shown);
  return (
    <>
      <span className="checks-named">
        {checks.slice(0, shown).map((mark) => (
          <CheckTag key={mark.id} mark={mark} />
        ))}
        {more.length === 0 ? null : (
          <span className="text-ink-2 text-small" title={wordsOf(more)}>
            +{more.length}
            <span className="sr-only"> more: {wordsOf(more)}</span>
          </span>
        )}
      </span>
      <span className="checks-counted" title={wordsOf(checks)}>
        <Tag tone={strongest.strength}>
          <StrengthShape strength={strongest.strength} />
          {checks.length === 1 ? '1 check' : `${checks.length} checks`}
          <span className="sr-only">: {wordsOf(checks)}</span>
        </Tag>
      </span>
    </>
  );
}

function wordsOf(marks: readonly Mark[]): string {
  return marks.map(({ id, strength }) => `${checkWords[id].title} (${strength})`).join(', ');
}
