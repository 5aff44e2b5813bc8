import { describe, expect, test } from 'vitest';
import { emptyFilter, fieldNames, fields, listFields, valueWords } from '@/lib/filter/fields';
import { filterParams } from '@/lib/filter/params';
import { paramOf, qualifiers } from '@/lib/filter/qualifiers';
import { deliveries, justificationStates, kinds, outcomes, userTypes } from '@/lib/request';

describe('the table of fields', () => {
  test.each([
    ['outcome', outcomes],
    ['delivery', deliveries],
    ['kind', kinds],
    ['userType', userTypes],
    ['requestorReason', justificationStates],
    ['approverReason', justificationStates],
  ] as const)('%s has words for each value, in the order of the values', (name, values) => {
    expect(Object.keys(listFields[name].words ?? {})).toEqual(values);
  });

  test('every field is written in the fixed order, once', () => {
    expect([...fieldNames].sort()).toEqual(Object.keys(fields).sort());
    expect(Object.keys(emptyFilter).sort()).toEqual(Object.keys(fields).sort());
  });

  test('no parameter belongs to two fields, and each can be typed', () => {
    expect(new Set(filterParams).size).toBe(filterParams.length);
    for (const param of filterParams) expect(paramOf(param.toUpperCase())).toBe(param);
    for (const [name, { param }] of Object.entries(qualifiers)) expect(paramOf(name)).toBe(param);
  });

  test('the words of a value fall back to the value', () => {
    expect(valueWords('outcome', 'assigned')).toBe('assigned directly');
    expect(valueWords('outcome', 'constructor')).toBe('constructor');
    expect(valueWords('tenant', 'contoso')).toBe('contoso');
  });
});
