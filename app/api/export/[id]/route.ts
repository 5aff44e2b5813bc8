import type { ManifestAnswer } from '@/lib/answers';
import { manifestOf } from '@/lib/export/exports';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';

export const GET = handle<ManifestAnswer, { id: string }>(acceptedBy.manifest, async ({ reader }, { id }) =>
  manifestOf(id, reader.id),
);
