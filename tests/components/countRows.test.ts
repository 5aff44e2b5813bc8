import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowCount } from '@/components/export/countRows';
import { fileFormat } from '@/lib/export/file';
import { request } from '../export/request';
import { hostileText } from '../filter/arbitraries';

describe('rows are counted whatever is written in them', () => {
  test.each(['csv', 'ndjson'] as const)('%s', (format) => {
    const file = fileFormat({ format, content: 'record', columns: [] });
    const pieceLength = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 4 }), pieceLength, (reasons, length) => {
        const rows = reasons.map((reason) => request({ reason: `${reason}\n"${reason}"\r\n` }));
        const bytes = new TextEncoder().encode(file.head + file.rows(rows));
        const count = new RowCount(format);
        for (let from = 0; from < bytes.length; from += length)
          count.update(bytes.subarray(from, from + length));
        expect(count.rows).toBe(reasons.length);
      }),
      { numRuns: 60 },
    );
  });
  test('a file that broke off before its first row has none', () => {
    expect(new RowCount('csv').rows).toBe(0);
  });
});
