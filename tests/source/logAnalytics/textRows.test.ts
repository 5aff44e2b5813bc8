import { describe, expect, it } from 'vitest';
import { textRows } from '@/lib/source/logAnalytics/textRows';

const one = (type: string, cell: unknown) =>
  textRows(JSON.stringify({ tables: [{ columns: [{ name: 'c', type }], rows: [[cell]] }] }))[0]?.c;

describe('a cell keeps its text', () => {
  it.each([
    ['datetime', '2026-08-03T08:00:00.1234567Z', '2026-08-03T08:00:00.1234567Z'],
    ['datetime', null, null],
    ['dynamic', '0123', '0123'],
    ['dynamic', '1e400', '1e400'],
    ['dynamic', 'true', 'true'],
    ['dynamic', '"0123"', '0123'],
    ['dynamic', '"half', '"half'],
    ['dynamic', '', ''],
    ['dynamic', null, null],
    ['dynamic', { already: 'an object' }, '{"already":"an object"}'],
    ['string', '"quoted"', '"quoted"'],
    ['long', 42, '42'],
  ])('of %s: %j', (type, cell, text) => {
    expect(one(type, cell)).toBe(text);
  });
});

it.each(['{}', '{"tables":[]}', '{"tables":[{"rows":[]}]}', '<html>'])('%s is no answer', (body) => {
  expect(() => textRows(body)).toThrow();
});
