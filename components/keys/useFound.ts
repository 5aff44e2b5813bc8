'use client';

import type { View } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { withParams } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { useDelayed } from '../ui/useDelayed';
import { addressOf } from '../view/useView';
import type { Command } from './Palette';

const most = '5';

/** The packages and people whose name contains what was typed, each with the way to its page. */
export function useFound(typed: string, carried: View, go: (address: string) => void) {
  const find = useDelayed(typed.trim(), 150);
  const url = (path: string) =>
    find === '' ? null : withParams(path, new URLSearchParams({ find, pageSize: most, rules: 'off' }));
  const packages = useAnswer('/api/packages', url('/api/packages'));
  const people = useAnswer('/api/people', url('/api/people'));
  const address = (page: string, id: string) => addressOf(`/${page}/${encodeURIComponent(id)}`, carried);
  const shown = find !== '' && typed.trim() !== '';
  return {
    packages: (shown ? (packages.answer?.data.rows ?? []) : []).map(
      ({ id, tenant, name, requests }): Command => ({
        id: `found:package:${tenant}:${id}`,
        words: name ?? id,
        about: `${countWords(requests)} requests`,
        run: () => go(address('packages', id)),
      }),
    ),
    people: (shown ? (people.answer?.data.rows ?? []) : []).map(
      ({ id, tenant, name, displayName }): Command => ({
        id: `found:person:${tenant}:${id}`,
        words: name ?? displayName ?? id,
        ...(displayName !== null && { about: displayName }),
        run: () => go(address('people', id)),
      }),
    ),
    asking: packages.fetching || people.fetching || find !== typed.trim(),
    failed: packages.error !== null || people.error !== null,
  };
}
