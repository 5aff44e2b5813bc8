import { createHash } from 'node:crypto';
import { z } from 'zod';
import { operations } from '../audit/operations';
import { extractEvents } from './extract';
import { foldSlice } from './fold';
import { linkTouched } from './link';
import { namesOfTouched } from './names';
import { markRemovals } from './removals';
import { schema } from './schema';
import { syncState } from './syncState';

/** Changes with every change of the tables, or of how they are derived: a file of another version is rebuilt. */
export const storeVersion = createHash('sha256')
  .update(
    JSON.stringify([
      schema,
      z.toJSONSchema(syncState),
      operations,
      extractEvents(''),
      linkTouched,
      namesOfTouched,
      foldSlice,
      markRemovals,
    ]),
  )
  .digest('hex')
  .slice(0, 16);
