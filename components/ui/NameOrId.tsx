import { LogText } from './LogText';

/** An object's name at the time, else its id, else the words for their absence. */
export function NameOrId({ name, id }: { name: string | null; id: string | null }) {
  const shown = name ?? id;
  return shown === null ? <i className="text-ink-3">Not in the data</i> : <LogText text={shown} />;
}
