import { describe, expect, it } from 'vitest';
import { emptyFilter } from '@/lib/filter/fields';
import { pinOf, withPin } from '@/lib/filter/pin';

const id = '2f6d3c1a-0b7e-4a59-9c3d-5e8f7a6b4c2d';
const other = '11111111-2222-4333-8444-555555555555';

describe('a page is pinned by its path', () => {
  it.each([
    ['/', null, null],
    ['/packages', null, null],
    ['/people/', null, null],
    [`/packages/${id}`, null, { field: 'package', id }],
    [`/packages/${id}`, 'decided', { field: 'package', id }],
    [`/packages/${id.toUpperCase()}`, null, { field: 'package', id }],
    [`/people/${id}`, null, { field: 'requestor', id }],
    [`/people/${id}`, 'asked', { field: 'requestor', id }],
    [`/people/${id}`, 'received', { field: 'target', id }],
    [`/people/${id}`, 'decided', { field: 'approver', id }],
    ['/packages/Finance', null, null],
    [`/packages/${id}/more`, null, null],
    [`/elsewhere/${id}`, null, null],
  ] as const)('%s in role %s', (pathname, role, pin) => {
    expect(pinOf(pathname, role)).toEqual(pin);
  });
});

describe('the pin is part of the filter', () => {
  it('adds nothing where there is none', () => {
    expect(withPin(emptyFilter, null)).toBe(emptyFilter);
  });
  it('stands beside the choices of other fields', () => {
    const filter = { ...emptyFilter, outcome: { is: ['denied'], isNot: [] } };
    expect(withPin(filter, { field: 'package', id })).toEqual({
      ...filter,
      package: { is: [id], isNot: [] },
    });
  });
  it('is not widened by a choice of its own field', () => {
    const filter = { ...emptyFilter, approver: { is: [other], isNot: [id] } };
    expect(withPin(filter, { field: 'approver', id }).approver).toEqual({ is: [id], isNot: [] });
  });
});
