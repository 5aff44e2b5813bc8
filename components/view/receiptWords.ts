import type { ReceiptAnswer } from '@/lib/answers';
import { countWords } from '@/lib/words/count';
import { timeWords } from '@/lib/words/time';

/** What has become of the rows of a copied link, in one or two sentences; the time is in `timeZone`, as read at `now`. */
export function receiptWords(
  since: NonNullable<ReceiptAnswer['since']>,
  { timeZone, now: today }: { timeZone: string; now: string },
): string {
  const { state, rows, rowsNow, arrived, asof } = since;
  const copied = `the link was copied (data to ${timeWords(asof, timeZone, today)} ${timeZone})`;
  const [were, now, more] = [rowWords(rows), rowWords(rowsNow), rowWords(rowsNow - rows)];
  switch (state) {
    case 'same': {
      const newer =
        arrived === 0 ? '' : ` New records arrived for ${countWords(arrived)}; no outcome changed.`;
      return `Same ${were} as when ${copied}.${newer}`;
    }
    case 'grown':
      return `${more} came after ${copied}. The ${were} it showed are unchanged.`;
    case 'changed': {
      const fewer = rows > rowsNow ? `; at least ${rowWords(rows - rowsNow)} differ or are gone` : '';
      const late =
        arrived === 0
          ? ''
          : ` ${rowWords(arrived)} ${arrived === 1 ? 'has a record' : 'have records'} that arrived since.`;
      return `Not the same ${were} as when ${copied}: ${now} match now${fewer}.${late}`;
    }
    case 'outside':
      return `You can see ${now}; there were ${countWords(rows)} when ${copied}. The others lie outside what you may see, or no longer match.`;
  }
}

function rowWords(rows: number): string {
  return `${countWords(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
