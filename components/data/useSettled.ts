'use client';

import { useState } from 'react';

/** The value that belongs to the answer shown: while that one is `stale`, what the value was before it went so. */
export function useSettled<T>(value: T, stale: boolean): T {
  const [settled, settle] = useState(value);
  if (!stale && settled !== value) settle(value);
  return stale ? settled : value;
}
