'use client';

import { useState } from 'react';

/** The list as it was first given, as long as it says the same: a new one would draw everything below again. */
export function useSameList(list: readonly string[]): readonly string[] {
  const [kept, keep] = useState(list);
  const isSame = kept.length === list.length && kept.every((each, place) => each === list[place]);
  if (!isSame) keep(list);
  return isSame ? kept : list;
}
