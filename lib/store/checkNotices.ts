import 'server-only';
import { checkWords } from '../words/checks';
import { failedChecks } from './deriveChecks';
import type { Store } from './open';
import { remembering } from './remembering';

const recall = remembering<string[]>(1);

/** What a reader must know to read the marks of now: checks that failed, and requests that wait to be checked again. */
export function checkNotices(store: Store): Promise<string[]> {
  return recall(store, 'notices', read);
}

async function read(store: Store): Promise<string[]> {
  const [failed, waiting] = await Promise.all([
    failedChecks(store),
    store.all(`SELECT 1 FROM facts WHERE name = 'checks' AND EXISTS (FROM unchecked)`),
  ]);
  return [
    ...failed.map(
      ({ id, isKept }) =>
        `The check “${checkWords[id].title}” could not be evaluated${isKept ? '. What it said before is kept, and newer requests are without it' : ', and marks no request'}. It is tried again with the next records and each ten minutes; the server log has the cause.`,
    ),
    ...(waiting.length > 0
      ? [
          'Requests with new records are about to be checked again; until then they show what the checks said before.',
        ]
      : []),
  ];
}
