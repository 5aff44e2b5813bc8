'use client';

import { createContext } from 'react';

/** The words that the reader searches for; log text below marks where they occur. */
export const SearchTerms = createContext<readonly string[]>([]);
