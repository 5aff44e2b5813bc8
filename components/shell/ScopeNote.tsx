'use client';

import { countWords } from '@/lib/words/count';
import { useAnswer } from '../data/useAnswer';

/** For a reader who may see a part only: how much of everything that is. */
export function ScopeNote() {
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  const scope = answer?.meta.scope ?? null;
  if (scope === null) return null;
  return (
    <span className="num text-ink-2 text-small">
      You can see {countWords(scope.visible)}
      {scope.all === null ? '' : ` of ${countWords(scope.all)}`} requests.
    </span>
  );
}
