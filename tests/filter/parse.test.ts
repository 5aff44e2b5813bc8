import { describe, expect, test } from 'vitest';
import { acceptedBy } from '@/lib/filter/params';
import { parseApi, parseView } from '@/lib/filter/parse';
import { toParams } from '@/lib/filter/toParams';
import { defaultView } from '@/lib/filter/view';

/** What of a query has an effect, and the problems' sentences. */
function check(query: string, effect: string, ...messages: string[]) {
  const { view, problems } = parseView(new URLSearchParams(query));
  expect(problems.map((problem) => problem.message)).toEqual(messages);
  expect(decodeURIComponent(toParams(view).toString())).toBe(effect);
}

const reasons = 'use one of given, empty, absent, unknown.';

describe('a URL', () => {
  test('an unknown parameter is named with the one that it was likely meant to be', () => {
    check(
      'aprover=ortega',
      '',
      'aprover=ortega has no effect: there is no such parameter; did you mean approver?',
    );
    check('-aprover=x', '', '-aprover=x has no effect: there is no such parameter; did you mean -approver?');
    check('page_size=5', '', 'page_size=5 has no effect: there is no such parameter; did you mean pageSize?');
    check(
      'OUTCOME=denied',
      '',
      'OUTCOME=denied has no effect: there is no such parameter; did you mean outcome?',
    );
  });

  test('an unknown parameter that is like no other is named with all there are', () => {
    const { problems } = parseView(new URLSearchParams('constructor=1&approver=ortega'));
    expect(problems).toMatchObject([{ code: 'unknown', param: 'constructor', value: '1' }]);
    expect(problems[0]?.message).toContain(
      'there is no such parameter; it takes range, from, to, time, decidedFrom, decidedTo, arrived,',
    );
  });

  test('a bad value of a list has no effect beside good ones', () => {
    check(
      'outcome=denied&outcome=denyed',
      'outcome=denied',
      'outcome=denyed has no effect: “denyed” is not a value of outcome; did you mean denied?',
    );
    check(
      '-kind=Direct',
      '',
      '-kind=Direct has no effect: “Direct” is not a value of kind; did you mean direct?',
    );
    check(
      'requestorReason=none',
      '',
      `requestorReason=none has no effect: “none” is not a value of requestor’s reason; ${reasons}`,
    );
    check('approverReason=', '', `approverReason= has no effect: it has no value; ${reasons}`);
    check(
      'outcome=toString&outcome=__proto__',
      '',
      ...['toString', '__proto__'].map(
        (value) =>
          `outcome=${value} has no effect: “${value}” is not a value of outcome; use one of approved, auto-approved, assigned, policy-assigned, denied, expired, cancelled, pending, unknown.`,
      ),
    );
  });

  test('a value without content is malformed', () => {
    check(
      'package=%20',
      '',
      'package=  has no effect: it has no value; give an object id or part of a name.',
    );
    check('q=', '', 'q= has no effect: it has no words to search for; give some or leave it out.');
    check('q=""', '', 'q="" has no effect: it has no words to search for; give some or leave it out.');
    check('tenant=', '', 'tenant= has no effect: it has no value; give one or leave it out.');
    check('open=', '', 'open= has no effect: it names no request; give a request id, or tenant/request id.');
  });

  test('a quote in the search words must be closed', () => {
    check('q="month end', '', 'q="month end has no effect: a quote is not closed; end the phrase with ".');
  });

  test.each(['-1', '1e3', 'NaN', 'Infinity', '0x10', '1,5', '', ' 1', '12345678901', '0.1234567'])(
    'tookMax=%s is not a number of seconds',
    (value) => {
      const written = `tookMax=${value}`;
      check(
        written,
        '',
        `${written} has no effect: it is not a number of seconds; write one such as 60 or 0.5.`,
      );
    },
  );

  test.each(['7', '0d', '07d', '1w', '3661d', '87841h', '-7d', '7D', ''])(
    'range=%s is not a range',
    (value) => {
      const why =
        'it is not a range; write all, this-quarter, last-quarter, or hours or days such as 24h or 30d (3660d at most).';
      check(`range=${value}`, '', `range=${value} has no effect: ${why}`);
    },
  );

  test.each(['this-quarter', 'last-quarter'])('range=%s is a quarter', (range) => {
    check(`range=${range}`, `range=${range}`);
    check(`range=${range}s`, '', expect.stringContaining(`range=${range}s has no effect: it is not a range`));
  });

  test('a quarter and fixed ends contradict each other', () => {
    check(
      'range=this-quarter&to=2026-11-01',
      '',
      'range=this-quarter and to=2026-11-01 have no effect: a span is either rolling or has fixed ends; keep one of the two.',
    );
  });

  test('decision times are bounded beside the span', () => {
    check(
      'range=30d&decidedFrom=2026-11-01&decidedTo=2026-11-02T00:00:00Z',
      'range=30d&decidedFrom=2026-11-01&decidedTo=2026-11-02',
    );
    check('decidedTo=2026-11-02', 'decidedTo=2026-11-02');
    check(
      'decidedFrom=2026-11-02&decidedTo=2026-11-01',
      '',
      expect.stringMatching(/^decidedFrom=2026-11-02 and decidedTo=2026-11-01 have no effect: /),
    );
    check(
      'decidedFrom=soon',
      '',
      expect.stringContaining('decidedFrom=soon has no effect: it is not a date'),
    );
    check('-decidedFrom=2026-11-02', '', expect.stringContaining('it cannot be negated'));
    check(
      'arrivedAfter=2026-11-02&arrivedBy=2026-11-02&arrived=latest',
      'arrived=latest',
      expect.stringMatching(/^arrivedAfter=2026-11-02 and arrivedBy=2026-11-02 have no effect: /),
    );
    check('arrived=last', '', expect.stringContaining('use first or latest'));
  });

  test('what a copied link says of its rows is read as it was written', () => {
    const digest = `digest=214-${'0123456789abcdef'.repeat(2)}`;
    check(`asof=2026-10-18T14:02:00.5Z&${digest}`, `asof=2026-10-18T14:02:00.5Z&${digest}`);
    check(
      'digest=0-abc',
      '',
      expect.stringContaining('it is not the digest of a copied link; copy the link again.'),
    );
    check(`digest=-1-${'0'.repeat(32)}`, '', expect.stringContaining('has no effect'));
    check(`digest=1-${'G'.repeat(32)}`, '', expect.stringContaining('has no effect'));
    check('asof=yesterday', '', 'asof=yesterday has no effect: it is not an instant.');
  });

  test('the order of a list and what its names contain are read', () => {
    check('order=-medianSeconds&find=fin', 'order=-medianSeconds&find=fin');
    check('order=median', '', expect.stringContaining('“median” is nothing to order a list by'));
    check('find=', '');
  });

  test('an instant that is none is malformed, and a lost + is explained', () => {
    const why = 'it is not a date or time; write 2026-10-01 or 2026-10-01T08:30:00Z.';
    check('from=2026-02-30', '', `from=2026-02-30 has no effect: ${why}`);
    check('to=2026-10-01T08:30', '', `to=2026-10-01T08:30 has no effect: ${why}`);
    check(
      'to=2026-10-01T08:30+02:00',
      '',
      `to=2026-10-01T08:30 02:00 has no effect: ${why} In a URL, + is written %2B.`,
    );
  });

  test('a pair that contradicts itself has no effect, both named', () => {
    check(
      'from=2026-11-01&to=2026-11-01&outcome=denied',
      'outcome=denied',
      'from=2026-11-01 and to=2026-11-01 have no effect: the span holds nothing; its start must be before its end, which is exclusive.',
    );
    check(
      'range=all&from=2026-11-01',
      '',
      'range=all and from=2026-11-01 have no effect: a span is either rolling or has fixed ends; keep one of the two.',
    );
    check(
      'tookMin=60&tookMax=60',
      '',
      'tookMin=60 and tookMax=60 have no effect: the range holds nothing; the lower end must be less than the upper end.',
    );
  });

  test('ends 100 ns apart are in order', () => {
    check(
      'from=2026-11-01T00:00:00Z&to=2026-11-01T00:00:00.0000001Z',
      'from=2026-11-01&to=2026-11-01T00:00:00.0000001Z',
    );
  });

  test('ranges to leave out are read as they are written, each once', () => {
    check('-took=10..30&-took=..1&-took=604800..&-took=10..30', '-took=10..30&-took=..1&-took=604800..');
    check(
      '-decided=2026-08-03T08:00:00Z..&-requested=2026-08-03T00:00:00Z..2026-08-04',
      '-requested=2026-08-03..2026-08-04&-decided=2026-08-03T08:00:00Z..',
    );
  });

  test.each([
    ['took=10..30', 'it can only be left out; write -took=10..30,'],
    ['requested=2026-08-03..2026-08-04', 'it can only be left out; write -requested='],
    ['-took=10', 'it is not a range; write -took=10..30,'],
    ['-took=..', 'it is not a range; write -took=10..30,'],
    ['-took=1..2..3', 'it is not a range; write -took=10..30,'],
    ['-took=10s..30s', 'it is not a number of seconds;'],
    ['-took=30..10', 'the range holds nothing;'],
    ['-decided=2026-08-04..2026-08-04', 'the range holds nothing;'],
    ['-decided=yesterday..', 'it is not a date or time;'],
    ['-tookMin=10', 'it cannot be negated;'],
  ])('%s leaves nothing out, and says why', (url, why) => {
    const { view, problems } = parseView(new URLSearchParams(url));
    expect(view).toEqual(defaultView);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`has no effect: ${why}`),
    ]);
  });

  test('more ranges than a question can hold leave nothing out', () => {
    const url = Array.from({ length: 51 }, (_, from) => `-took=${from}..${from + 1}`).join('&');
    const { view, problems } = parseView(new URLSearchParams(url));
    expect(view).toEqual(defaultView);
    expect(problems).toMatchObject([{ code: 'too-many', param: '-took' }]);
  });

  test('a parameter for one value given twice has no effect', () => {
    check(
      'range=7d&range=30d',
      '',
      'range=7d and range=30d have no effect: only one value can apply; give it once.',
    );
    check('page=2&page=2', '', 'page=2 has no effect: only one value can apply; give it once.');
  });

  test('only lists can be negated', () => {
    check('-range=7d', '', '-range=7d has no effect: it cannot be negated; leave out the leading -.');
    check('-sort=took', '', '-sort=took has no effect: it cannot be negated; leave out the leading -.');
  });

  test('settings of the view out of their bounds are malformed', () => {
    check('page=0', '', 'page=0 has no effect: a page is a whole number from 1 up.');
    check('pageSize=501', '', 'pageSize=501 has no effect: a page size is a whole number from 1 to 500.');
    check('sort=-tok', '', 'sort=-tok has no effect: “tok” is nothing to sort by; did you mean took?');
    check('tz=Asia/Kolkata', '', 'tz=Asia/Kolkata has no effect: a time zone is UTC or local.');
    check(
      'columns=took,took',
      '',
      'columns=took,took has no effect: the column took is named twice; name it once.',
    );
    check(
      'columns=took,reson',
      '',
      'columns=took,reson has no effect: “reson” is not a column; did you mean reason?',
    );
    check(
      'time=denied',
      '',
      'time=denied has no effect: it is not a time of a request; use requested or decided.',
    );
  });

  test('what is too long or too many is named and has no effect', () => {
    const long = 'a'.repeat(501);
    check(
      `open=${long}`,
      '',
      `open=${'a'.repeat(74)}… has no effect: it is longer than 500 characters; shorten it.`,
    );
    check(
      `package=${'a'.repeat(201)}`,
      '',
      `package=${'a'.repeat(71)}… has no effect: it is longer than 200 characters; shorten it.`,
    );
    const many = Array.from({ length: 201 }, (_, index) => `target=${index}`).join('&');
    check(
      many,
      '',
      'target=0 has no effect: target has 201 values, so none of them applies; give at most 200.',
    );
  });

  test('an open request has a tenant only where one is written', () => {
    const open = (query: string) => parseView(new URLSearchParams(query)).view.open;
    expect(open('open=r-1')).toEqual({ tenant: null, requestId: 'r-1' });
    expect(open('open=t-1/r-1')).toEqual({ tenant: 't-1', requestId: 'r-1' });
    expect(open('open=/r/1')).toEqual({ tenant: null, requestId: 'r/1' });
  });
});

describe('an endpoint', () => {
  test('a parameter of another endpoint is named as not accepted here', () => {
    const { problems } = parseApi(
      new URLSearchParams('page=2&outcome=denied&columns=took'),
      acceptedBy.requests,
    );
    expect(problems).toMatchObject([{ code: 'not-accepted', param: 'columns' }]);
    expect(parseApi(new URLSearchParams('outcome=denied&page=2'), acceptedBy.summary).problems).toMatchObject(
      [{ code: 'not-accepted', param: 'page', value: '2' }],
    );
    expect(
      parseApi(new URLSearchParams('from=2026-10-01&range=7d'), acceptedBy.huntingQuery).problems,
    ).toMatchObject([
      {
        param: 'range',
        message:
          'range=7d has no effect: this address does not take range; it takes from, to, page, pageSize.',
      },
    ]);
  });

  test('a suggestion is something that the endpoint accepts', () => {
    const [problem] = parseApi(new URLSearchParams('pag=2'), acceptedBy.summary).problems;
    expect(problem?.message).not.toContain('did you mean page');
  });
});
