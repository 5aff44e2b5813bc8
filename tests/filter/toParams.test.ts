import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewParams } from '@/lib/filter/params';
import { parseView } from '@/lib/filter/parse';
import { toParams } from '@/lib/filter/toParams';
import { defaultView, type View } from '@/lib/filter/view';
import { hostileText, views } from './arbitraries';

function throughText(view: View) {
  return parseView(new URLSearchParams(toParams(view).toString()));
}

const anyParams = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...viewParams, ...viewParams.map((param) => `-${param}`)),
        fc.constantFrom('', '-', '--q', '__proto__', 'constructor', 'aprover', 'chek', 'Range'),
        hostileText,
      ),
      fc.oneof(
        hostileText,
        fc.constantFrom(
          '',
          '7d',
          'all',
          '2026-10-01',
          'approved',
          'empty',
          '60',
          '-took',
          'kind,took',
          'local',
          '"a b" c',
        ),
      ),
    ),
    { maxLength: 12 },
  )
  .map((pairs) => new URLSearchParams(pairs));

describe('a view and its URL', () => {
  test('every view comes back from its URL unchanged and without a problem', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(throughText(view)).toEqual({ view, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('any URL has one canonical form, which says the same', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const { view } = parseView(params);
        const again = throughText(view);
        expect(again).toEqual({ view, problems: [] });
        expect(toParams(again.view).toString()).toBe(toParams(view).toString());
      }),
    );
  });

  test('every parameter of a URL is written back, says the default, or is named as a problem', () => {
    const defaults = [
      'range=all',
      'time=requested',
      'page=1',
      'tz=UTC',
      'sort=-worth',
      'pageSize=100',
      'rules=on',
    ];
    fc.assert(
      fc.property(anyParams, (params) => {
        const { view, problems } = parseView(params);
        const written = toParams(view);
        for (const [key, value] of params) {
          const accounted =
            written.has(key) ||
            defaults.includes(`${key}=${value}`) ||
            problems.some((each) => each.param === key);
          expect(accounted, `${key}=${value}`).toBe(true);
        }
      }),
    );
  });

  test('the default view has an empty URL', () => {
    expect(toParams(defaultView).toString()).toBe('');
    expect(parseView(new URLSearchParams(''))).toEqual({ view: defaultView, problems: [] });
  });

  test.each([
    ['tookMax=60&approver=ortega&range=7d', 'range=7d&approver=ortega&tookMax=60'],
    ['outcome=expired&outcome=approved&outcome=expired', 'outcome=approved&outcome=expired'],
    ['approver=ortega&approver=kovacs&approver=ortega', 'approver=ortega&approver=kovacs'],
    ['requestor=3F2504E0-4F89-41D3-9A0C-0305E82C3301', 'requestor=3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['from=2026-10-01T02:00:00%2B02:00&to=2026-11-01', 'from=2026-10-01&to=2026-11-01'],
    ['from=2026-10-01T00:00:00.1200000Z', 'from=2026-10-01T00%3A00%3A00.12Z'],
    ['q=month+"end of+quarter"', 'q=month&q=%22end+of+quarter%22'],
    ['range=all&time=requested&page=1&pageSize=100&sort=-worth&rules=on&tz=UTC', ''],
    ['sort=-requested', 'sort=-requested'],
    ['columns=requested,package,people,reason,decision,took,outcome,checks', ''],
    [
      'client=portal&strength=medium&strength=strong&check=weak-reason',
      'check=weak-reason&strength=strong&strength=medium&client=portal',
    ],
    ['thresholds=3&rules=off', 'thresholds=3&rules=off'],
    ['tookMin=060.50', 'tookMin=60.5'],
    ['-approver=-q&open=Contoso/1', '-approver=-q&open=Contoso%2F1'],
  ])('%s is written as %s', (from, to) => {
    const { view, problems } = parseView(new URLSearchParams(from));
    expect(problems).toEqual([]);
    expect(toParams(view).toString()).toBe(to);
  });
});
