import 'server-only';
import { stat } from 'node:fs/promises';

/** A text that changes when the file does; `absent` for one that cannot be looked at. */
export async function fileStamp(file: string): Promise<string> {
  return stat(/* turbopackIgnore: true */ file).then(
    ({ mtimeMs, ctimeMs, size, ino }) => `${mtimeMs}/${ctimeMs}/${size}/${ino}`,
    () => 'absent',
  );
}
