'use client';

import { without } from '@/lib/filter/clauses';
import { roleField } from '@/lib/filter/pin';
import { type Role, roles } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { useView } from '../view/useView';
import { ViewLink } from '../view/ViewLink';

const words: Readonly<Record<Role, string>> = {
  asked: 'Requests asked for',
  received: 'Requests received',
  decided: 'Decisions made',
};

/** The three parts a person has in requests, each with its count; the chosen one is what the page shows. */
export function RoleTabs({ counts }: { counts: Readonly<Record<Role, number>> | undefined }) {
  const { view } = useView();
  return (
    <nav aria-label="Roles" className="tabs">
      {roles.map((role) => (
        <ViewLink
          key={role}
          to={(present) => ({
            ...present,
            role,
            page: 1,
            open: null,
            filter: without(present.filter, roleField(role)),
          })}
          aria-current={view.role === role ? 'page' : undefined}
        >
          {words[role]} <span className="num">{counts === undefined ? '…' : countWords(counts[role])}</span>
        </ViewLink>
      ))}
    </nav>
  );
}
