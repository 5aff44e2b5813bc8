import type { Mark } from '@/lib/request';
import { checkWords } from '@/lib/words/checks';
import { StrengthShape, Tag } from '../ui/Tag';

/** One check that marks a request, by its title; how strong it is shows as shape and colour, and is read aloud. */
export function CheckTag({ mark: { id, strength } }: { mark: Mark }) {
  return (
    <Tag tone={strength}>
      <StrengthShape strength={strength} />
      {checkWords[id].title}
      <span className="sr-only">, {strength}</span>
    </Tag>
  );
}
