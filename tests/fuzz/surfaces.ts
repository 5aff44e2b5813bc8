import { startProduct } from '../api/product';
import { api } from './api';
import { startAuthority } from './authority';
import { importers } from './importers';
import { neighbours } from './neighbours';
import { plainStorage } from './plainStorage';
import { searchBox } from './searchBox';
import { fuzz, type Outcome } from './surface';
import { tokens } from './tokens';
import { urls } from './urls';

interface Fuzzed {
  name: string;
  /** Of every thousand inputs how many go to this surface: more where one is cheap. */
  share: number;
  /** Gives it so many inputs, with whatever has to run meanwhile. */
  run(inputs: number, seed: number): Promise<Outcome>;
}

/** Every surface that hostile inputs can come through. */
export const surfaces: readonly Fuzzed[] = [
  { name: 'importers', share: 90, run: (inputs, seed) => fuzz(importers, inputs, seed) },
  { name: 'neighbours', share: 140, run: (inputs, seed) => fuzz(neighbours, inputs, seed) },
  { name: 'plain-storage', share: 2, run: fuzzPlainStorage },
  { name: 'search-box', share: 270, run: (inputs, seed) => fuzz(searchBox, inputs, seed) },
  { name: 'url-parameters', share: 320, run: (inputs, seed) => fuzz(urls, inputs, seed) },
  { name: 'tokens', share: 168, run: fuzzTokens },
  { name: 'api', share: 10, run: fuzzApi },
];

async function fuzzPlainStorage(inputs: number, seed: number): Promise<Outcome> {
  const { surface, close } = await plainStorage();
  try {
    return await fuzz(surface, inputs, seed);
  } finally {
    await close();
  }
}

async function fuzzTokens(inputs: number, seed: number): Promise<Outcome> {
  const authority = await startAuthority();
  try {
    return await fuzz(await tokens(authority), inputs, seed);
  } finally {
    authority.close();
  }
}

async function fuzzApi(inputs: number, seed: number): Promise<Outcome> {
  const end = await startProduct();
  try {
    return await fuzz(api, inputs, seed);
  } finally {
    await end();
  }
}
