import { createHash } from 'node:crypto';
import { z } from 'zod';
import { operations } from '../audit/operations';
import { classOf, printOf } from './classify';
import { derivation } from './derive';
import { extractEvents } from './extract';
import { foldSlice, gatherSteps } from './fold';
import { linkTouched } from './link';
import { merging } from './merge';
import { namesOfTouched } from './names';
import { markRemovals } from './removals';
import { plainLines } from './savePlainFiles';
import { indexes, schema } from './schema';
import { syncState } from './syncState';

/** To be raised when other records are asked for or read in another way: with `lib/audit` and the `.kql` files. */
const reading = 1;

/** Changes with every change of the tables, or of how SQL fills them: a file of another version is rebuilt. */
export const storeVersion = createHash('sha256')
  .update(
    JSON.stringify([
      reading,
      schema,
      indexes,
      z.toJSONSchema(syncState),
      operations,
      classOf('i'),
      printOf('i', false),
      plainLines(''),
      merging,
      derivation,
      extractEvents(''),
      linkTouched,
      namesOfTouched,
      gatherSteps(1),
      foldSlice(0),
      markRemovals,
    ]),
  )
  .digest('hex')
  .slice(0, 16);
