import type { Random } from './random';

/**
 * The lines as a storage account receives them: in order but for a few late ones, and about one in two hundred
 * twice, since delivery is at least once.
 */
export function* asDelivered(lines: Iterable<string>, random: Random): Generator<string> {
  const held = new Map<number, string[]>();
  let position = 0;
  const hold = (line: string, places: number) => {
    const due = position + places;
    held.set(due, [...(held.get(due) ?? []), line]);
  };
  for (const line of lines) {
    const fate = random.unit();
    if (fate < 0.003) hold(line, random.between(2, 40));
    else yield line;
    if (fate > 0.995) hold(line, random.between(1, 300));
    for (const late of held.get(position) ?? []) yield late;
    held.delete(position);
    position += 1;
  }
  for (const late of held.values()) yield* late;
}
