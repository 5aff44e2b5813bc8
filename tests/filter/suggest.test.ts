import { describe, expect, test } from 'vitest';
import { suggest } from '@/lib/filter/suggest';

function check(text: string, start: number, inserts: string[]) {
  const suggestions = suggest(text);
  expect({ start: suggestions.start, inserts: suggestions.items.map((item) => item.insert) }).toEqual({
    start,
    inserts,
  });
}

describe('suggestions at the caret', () => {
  test('a word is completed to the qualifiers that start with it', () => {
    check('ap', 0, ['approver:', 'approverReason:']);
    check('ortega -OUT', 8, ['outcome:']);
    check('zzz', 0, []);
  });

  test('after white space every qualifier is offered', () => {
    const { start, items } = suggest('ortega ');
    expect(start).toBe(7);
    expect(items.map((item) => item.insert)).toContain('took:');
    expect(suggest('').items).toEqual(items);
  });

  test('a qualifier is completed to its values, without those already in its list', () => {
    check('outcome:de', 8, ['denied']);
    check('-kind:direct,', 13, [
      'request',
      'extension',
      'update',
      'removal',
      'on-behalf',
      'service-principal',
      'policy',
      'unknown',
    ]);
    check('reason:', 7, ['given', 'empty', 'absent', 'unknown', 'none']);
    check('check:policy', 6, ['policy-weakened-before', 'policy-added-beside']);
    check('strength:', 9, ['strong', 'medium', 'low', 'none', 'unknown', 'worth']);
    check('client:p', 7, ['portal', 'powershell']);
    check('by:', 3, ['requested', 'decided']);
    check('range:3', 6, ['30d']);
    check('took:<', 5, ['<60s']);
  });

  test('for a name from the data the field and the text so far are given', () => {
    expect(suggest('took:<60s approver:ort')).toEqual({
      start: 19,
      field: 'approver',
      typed: 'ort',
      items: [],
    });
    expect(suggest('package:"Finance ERP",Pay')).toMatchObject({ start: 22, field: 'package', typed: 'Pay' });
  });

  test('inside quotes and after an unknown qualifier nothing is offered', () => {
    check('"appr', 5, []);
    check('"appr"', 6, []);
    check('inc:12', 4, []);
  });
});
