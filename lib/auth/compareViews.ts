/** Records by UTC day. */
export type View = ReadonlyMap<string, number>;

/** The days on which a reader sees fewer records than are held, and those on which they see more; oldest first. */
export function compareViews(held: View, seen: View): { fewer: string[]; more: string[] } {
  const days = [...new Set([...held.keys(), ...seen.keys()])].sort();
  const held0 = (day: string) => held.get(day) ?? 0;
  const seen0 = (day: string) => seen.get(day) ?? 0;
  return {
    fewer: days.filter((day) => seen0(day) < held0(day)),
    more: days.filter((day) => seen0(day) > held0(day)),
  };
}
