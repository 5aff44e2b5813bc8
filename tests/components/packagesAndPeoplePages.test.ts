import { describe, expect, it, test } from 'vitest';
import { packageAddress, packageRequestsAddress, userAddress } from '@/components/entra/entraAddresses';
import { nextOrder, orderWords } from '@/components/lists/orderWords';
import { mainRole } from '@/components/people/roles';
import { pageAddress } from '@/components/view/pageAddress';
import { setTime, setValues } from '@/lib/filter/edit';
import { emptyFilter } from '@/lib/filter/fields';
import { defaultView, listOrders } from '@/lib/filter/view';

const id = '2f6d3c1a-0b7e-4a59-9c3d-5e8f7a6b4c2d';

describe('the order of a list', () => {
  test('numbers come most first, names and times to approve least first, and a second press turns it', () => {
    const byRequests = { by: 'requests', descending: true } as const;
    expect(nextOrder('denied', byRequests)).toEqual({ by: 'denied', descending: true });
    expect(nextOrder('name', byRequests)).toEqual({ by: 'name', descending: false });
    expect(nextOrder('medianSeconds', byRequests)).toEqual({ by: 'medianSeconds', descending: false });
    expect(nextOrder('requests', byRequests)).toEqual({ by: 'requests', descending: false });
  });
  test('every order is announced in words of its own', () => {
    const sentences = listOrders.flatMap((by) =>
      [true, false].map((descending) => orderWords({ by, descending })),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(orderWords({ by: 'medianSeconds', descending: false })).toBe(
      'Sorted by median time to approve, fastest first.',
    );
  });
});

describe('a person’s page opens on the role with most', () => {
  it.each([
    [{ asked: 3, received: 3, decided: 0 }, 'asked'],
    [{ asked: 1, received: 4, decided: 2 }, 'received'],
    [{ asked: 1, received: 1, decided: 38 }, 'decided'],
    [{ asked: 0, received: 0, decided: 0 }, 'asked'],
  ] as const)('%j', (counts, role) => expect(mainRole(counts)).toBe(role));
});

describe('the address of a package or person', () => {
  const time = { of: 'requested', span: { kind: 'rolling', amount: 90, unit: 'd' } } as const;
  const denied = setValues(emptyFilter, 'outcome', false, ['denied']);
  const view = { ...defaultView, tz: 'local' as const, page: 4, find: 'tier', filter: setTime(denied, time) };
  test('takes the time range and the zone along, and nothing else', () => {
    expect(pageAddress('packages', id.toUpperCase(), view)).toBe(`/packages/${id}?range=90d&tz=local`);
  });
  test('names the role in which the person was met', () => {
    expect(pageAddress('people', id, defaultView, 'decided')).toBe(`/people/${id}?role=decided`);
  });
  it.each([[null], ['Finance'], ['../coverage'], [`${id}/x`], ['javascript:alert(1)']])(
    'is none for %s, which is no object id',
    (text) => {
      expect(pageAddress('packages', text, view)).toBeNull();
      for (const address of [packageAddress, packageRequestsAddress, userAddress])
        expect(address('https://entra.microsoft.com', text)).toBeNull();
    },
  );
});
