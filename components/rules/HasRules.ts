'use client';

import { createContext } from 'react';

/** Whether there is a file of exclusion rules, which the first answer says more about: its line keeps its room. */
export const HasRules = createContext(false);
