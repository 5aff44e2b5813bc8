import { expect, test } from 'vitest';
import { splitPrincipalName } from '@/lib/words/principalName';

function check(name: string, start: string, end: string, guest = false) {
  expect(splitPrincipalName(name)).toEqual({ start, end, guest });
}

test('a member is split before the domain', () => {
  check('alex.rivera@contoso.example', 'alex.rivera', '@contoso.example');
});

test('a guest is shown with the home domain, not the tenant of the marker', () => {
  check('gus_partner.example#EXT#@contoso.onmicrosoft.example', 'gus', '_partner.example', true);
});

test('an application name has no second half', () => {
  check('Access Sync Job', 'Access Sync Job', '');
});

test('a name that starts with the separator stays whole', () => {
  check('@odd', '@odd', '');
});
