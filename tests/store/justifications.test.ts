import { describe } from 'vitest';
import type { Justification } from '@/lib/request';
import { approve, asks, bea, decides, delivers, type Said } from './build';
import { folding } from './folding';

const check = folding();

const unknown: Justification = { state: 'unknown', text: null };
const absent: Justification = { state: 'absent', text: null };
const empty: Justification = { state: 'empty', text: null };
const given = (text: string): Justification => ({ state: 'given', text });
const twoKeys = [
  ['Justification', 'first'],
  ['Justification', 'second'],
] as const;

describe('of the requestor', () => {
  const says = (
    rule: string,
    said: Parameters<typeof asks>[1],
    expected: Justification,
    further: string[] = [],
  ) =>
    check(rule, [asks('08:00', said)], { requestorJustification: expected, furtherJustifications: further });

  says('a text is given, as it was written', { reason: ' Month-end\nclose ' }, given(' Month-end\nclose '));
  says('no such key is absent', { details: [['TargetUserType', 'Member']] }, absent);
  says('no details column is absent', { but: { additionalDetails: null } }, absent);
  says('a key with null is empty', { reason: null }, empty);
  says('a key with no text is empty', { reason: '' }, empty);
  says('spaces alone are empty', { reason: '   ' }, empty);
  says('tabs and line breaks alone are empty', { reason: '\t\r\n' }, empty);
  says('no-break and ideographic spaces alone are empty', { reason: '\u00a0\u3000' }, empty);
  says('of two keys the first is the text and both are kept', { details: twoKeys }, given('first'), [
    'second',
  ]);
  says(
    'a first key without text stays the first',
    { reason: '', details: [['Justification', 'second']] },
    empty,
    ['second'],
  );
  says('details that were cut off make a missing text unknown', { but: { detailsCut: true } }, unknown);
  says(
    'a text found is given though details were cut off',
    { reason: 'here', but: { detailsCut: true } },
    given('here'),
  );
  check('a request record outside the data leaves it unknown, not absent', [delivers('08:00')], {
    requestorJustification: unknown,
  });
  check(
    'the text of another record is never the requestor’s',
    [asks('08:00'), decides('approved', '09:00', bea, 'ok'), approve('09:01', bea, { reason: 'ok' })],
    { requestorJustification: absent },
  );
});

describe('of the approver', () => {
  const says = (rule: string, expected: string, reason?: string | null, said?: Said) =>
    check(rule, [asks('08:00'), decides('denied', '09:00', bea, reason, said)], {
      decisions: [`bea.okafor@contoso.example denied ${expected}`],
    });

  says('a text is given', '“no”', 'no');
  says('no such key is absent', 'absent');
  says('a key with null is empty', 'empty', null);
  says('white space alone is empty', 'empty', ' \n\t');
  says('details that were cut off make a missing text unknown', 'unknown', undefined, {
    but: { detailsCut: true },
  });
});
