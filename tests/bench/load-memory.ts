import { load } from './load';

await load(null);
