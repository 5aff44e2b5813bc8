import { z } from 'zod';
import { countWords } from '../words/count';
import { durationWords } from '../words/duration';
import { check } from './check';
import { thresholds } from './thresholds';
import { afterWords, sittings, sittingWords } from './waits';

const { openSeconds, wordsPerSecond, charactersPerWord } = thresholds.belowReadingTime;

/** Scripts that write no spaces between words; their words are counted by length. */
const unspaced = '\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}';

/**
 * The clock is that of `waits`; what there was to read are the requestor's own words, answers included. Counting words
 * is dear, and no text has more of them than characters: that alone settles nearly all.
 */
export const belowReadingTime = check({
  id: 'below-reading-time',
  sql: `
WITH quick AS MATERIALIZED (
  SELECT w.*, r.sources."requestedAt" AS asked, concat_ws(' ', r.reason, array_to_string(r.further_reasons, ' ')) AS text
  FROM waits w JOIN (FROM requests SEMI JOIN concerned USING (tenant, request_id)) r USING (tenant, request_id)
  WHERE r.reason_state <> 'unknown' AND w.wait < ${openSeconds} + length(text) / ${wordsPerSecond}
),
marked AS MATERIALIZED (
  SELECT *, (length(regexp_extract_all(regexp_replace(text, '[${unspaced}]', ' ', 'g'), '[^\\s\\p{Z}]*[\\p{L}\\p{N}][^\\s\\p{Z}]*'))
      + ceil(length(regexp_replace(text, '[^${unspaced}]', '', 'g')) / ${charactersPerWord}))::INTEGER AS words,
    (${openSeconds} + words / ${wordsPerSecond})::DOUBLE AS least
  FROM quick WHERE wait < least
)
SELECT tenant, request_id, 'medium' AS strength,
  struct_pack(wait := wait, after := after, words := words, least := least::DOUBLE, sitting := sitting) AS facts,
  NULL::VARCHAR AS limits, [asked, record] AS records
FROM marked JOIN (${sittings}) USING (tenant, request_id, place)
QUALIFY row_number() OVER (PARTITION BY tenant, request_id ORDER BY wait, place) = 1`,
  facts: z.object({
    wait: z.number(),
    after: z.enum(['request', 'stage']),
    words: z.number(),
    least: z.number(),
    sitting: z.number(),
  }),
  say: ({ wait, after, words, least, sitting }) => {
    const approved = `Approved ${durationWords(wait)} after ${afterWords(after)}`;
    const reading =
      words === 0
        ? `opening a request takes ${durationWords(least)}`
        : `opening it and reading the ${countWords(words)} ${words === 1 ? 'word' : 'words'} of the reason takes ${durationWords(least)}`;
    return `${approved}; ${reading}.${sittingWords(sitting)}`;
  },
});
