import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFilter } from '@/lib/filter/fields';
import { parseSearch, printSearch } from '@/lib/filter/search';
import { filterToParams } from '@/lib/filter/toParams';
import { filters, hostileText } from './arbitraries';

/** What the text of the search box does, as URL parameters, and its problems' sentences. */
function check(text: string, effect: string, ...messages: string[]) {
  const { filter, problems } = parseSearch(text);
  expect(problems.map((problem) => problem.message)).toEqual(messages);
  expect(decodeURIComponent(filterToParams(filter).toString()).replaceAll('+', ' ')).toBe(effect);
}

describe('the search box', () => {
  test('every filter comes back from its text unchanged and without a problem', () => {
    fc.assert(
      fc.property(filters(), (filter) => {
        expect(parseSearch(printSearch(filter))).toEqual({ filter, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('any text has one printed form, which says the same', () => {
    const texts = fc.oneof(
      hostileText,
      fc.array(hostileText).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { filter } = parseSearch(text);
        expect(parseSearch(printSearch(filter))).toEqual({ filter, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('any text in quotes is searched for as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { filter, problems } = parseSearch(`"${text.replaceAll('"', '""')}"`);
        expect(problems).toEqual([]);
        expect(filter).toEqual({ ...emptyFilter, q: { is: [text], isNot: [] } });
      }),
    );
  });

  test('a long text takes no longer for each character than a short one', () => {
    const started = performance.now();
    parseSearch('-took:1s..2s,'.repeat(8_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('empty text keeps every request', () => {
    expect(parseSearch(' \t')).toEqual({ filter: emptyFilter, problems: [] });
    expect(printSearch(emptyFilter)).toBe('');
  });

  test('qualifiers, words and phrases are the same state as the URL', () => {
    check(
      'approver:ortega took:<60s -outcome:denied "exact words" ticket',
      'approver=ortega&-outcome=denied&tookMax=60&q="exact words"&q=ticket',
    );
    check('outcome:approved,denied outcome:expired', 'outcome=approved&outcome=denied&outcome=expired');
    check('package:"Finance, ERP",payables', 'package=Finance, ERP&package=payables');
    check('-package:x -word -"two words"', '-package=x&-q=word&-q="two words"');
    check('requestor:3F2504E0-4F89-41D3-9A0C-0305E82C3301', 'requestor=3f2504e0-4f89-41d3-9a0c-0305e82c3301');
  });

  test('names of qualifiers and of their values can be typed in any case', () => {
    check('Outcome:Denied USERTYPE:guest APPROVER:Ortega', 'approver=Ortega&outcome=denied&userType=guest');
  });

  test('time takes a rolling range or ends, and by chooses the time meant', () => {
    check('range:7d by:decided', 'range=7d&time=decided');
    check('after:2026-10-01 before:2026-11-01T12:30Z', 'from=2026-10-01&to=2026-11-01T12:30:00Z');
    check('from:2026-10-01 time:decided', 'from=2026-10-01&time=decided');
    check('after:2026-10-01T00:00:00+02:00', 'from=2026-09-30T22:00:00Z');
  });

  test('strength:worth is a strong or a medium check, and a check goes by its id', () => {
    check('strength:worth', 'strength=strong&strength=medium');
    check('check:policy-weakened-before -client:portal', 'check=policy-weakened-before&-client=portal');
  });

  test('reason:none is an empty or an absent reason', () => {
    check('reason:none', 'requestorReason=empty&requestorReason=absent');
    check(
      '-approverReason:none,unknown',
      '-approverReason=empty&-approverReason=absent&-approverReason=unknown',
    );
    expect(printSearch(parseSearch('requestorReason:absent,empty').filter)).toBe('reason:none');
    expect(printSearch(parseSearch('reason:absent').filter)).toBe('reason:absent');
  });

  test.each([
    ['took:<60s', 'tookMax=60'],
    ['took:<0.5s', 'tookMax=0.5'],
    ['took:>=2h', 'tookMin=7200'],
    ['took:1m..5m', 'tookMin=60&tookMax=300'],
    ['took:1.5h..2D', 'tookMin=5400&tookMax=172800'],
    ['took:<1h30m', 'tookMax=5400'],
    ['took:>=1m took:<5m', 'tookMin=60&tookMax=300'],
  ])('%s is %s', (text, effect) => check(text, effect));

  test.each([
    'took:60s',
    'took:<60',
    'took:>2h',
    'took:<=60s',
    'took:',
    'took:<',
    'took:..',
    'took:<1h1d',
    'took:<-5s',
  ])('%s is no range', (text) =>
    check(
      `${text} ortega`,
      'q=ortega',
      `${text} has no effect: write took:<60s (under), took:>=2h (at least) or took:1m..5m, each with its unit (s, m, h or d).`,
    ),
  );

  test('ranges are left out with a minus, several at once', () => {
    check('-took:10s..30s took:<1h', 'tookMax=3600&-took=10..30');
    check('-took:<5m,>=2h', '-took=..300&-took=7200..');
    check(
      '-requested:2026-08-03..2026-08-04 -decided:..2026-01-01',
      '-requested=2026-08-03..2026-08-04&-decided=..2026-01-01',
    );
  });

  test('a range that holds nothing, or two that compete, have no effect', () => {
    check(
      'took:5m..1m x',
      'q=x',
      'took:5m..1m has no effect: the range holds nothing; the lower end must be less than the upper end.',
    );
    check(
      'took:<5m took:<6m',
      '',
      'took:<5m and took:<6m have no effect: only one value can apply; give it once.',
    );
    check(
      'range:7d after:2026-10-01',
      '',
      'range:7d and after:2026-10-01 have no effect: a span is either rolling or has fixed ends; keep one of the two.',
    );
    check(
      '-took:5m..1m',
      '',
      '-took:5m..1m has no effect: the range holds nothing; its start must be before its end, which is exclusive.',
    );
  });

  test('text that only looks like a qualifier is named with the quotes that search for it', () => {
    check(
      'INC:1234 ortega',
      'q=ortega',
      'INC:1234 has no effect: INC: is no qualifier. To search for the text itself, write "INC:1234".',
    );
    check('"INC:1234"', 'q=INC:1234');
    check(
      '-https://contoso.example/a,b',
      '',
      '-https://contoso.example/a,b has no effect: https: is no qualifier. To search for the text itself, write -"https://contoso.example/a,b".',
    );
    check(
      'aprover:ortega',
      '',
      'aprover:ortega has no effect: aprover: is no qualifier. Did you mean approver:? To search for the text itself, write "aprover:ortega".',
    );
  });

  test('a colon after anything but a name is plain text', () => {
    check('12:30 CHG0042:x :x', 'q=12:30&q=CHG0042:x&q=:x');
  });

  test('a bad value is named and the rest applies', () => {
    check(
      'outcome:denyed,expired ortega',
      'outcome=expired&q=ortega',
      'outcome:denyed,expired has no effect: “denyed” is not a value of outcome; did you mean denied?',
    );
    check(
      'outcome: x',
      'q=x',
      'outcome: has no effect: it has no value; use one of approved, auto-approved, assigned, policy-assigned, denied, expired, cancelled, pending, unknown.',
    );
    check('""', '', '"" has no effect: it has no words to search for; give some or leave it out.');
  });

  test('a quote that is never closed spoils only its own word', () => {
    check(
      '"month outcome:denied',
      'outcome=denied',
      '"month has no effect: a quote is not closed; end the phrase with ".',
    );
    check(
      'package:"Fin outcome:denied',
      'outcome=denied',
      'package:"Fin has no effect: a quote is not closed; end the phrase with ".',
    );
  });

  test('a quote inside a phrase is written twice, back slashes stay', () => {
    check('"say ""now""" "CONTOSO\\alex" a"b', 'q="say ""now"""&q=CONTOSO\\alex&q=a"b');
  });

  test('a dash alone or inside a word negates nothing', () => {
    check('- on-call', 'q=-&q=on-call');
  });
});
