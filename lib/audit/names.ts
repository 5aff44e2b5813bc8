/**
 * Names of columns of which none repeats: the first keeps its name, and a further one is told apart by a number,
 * `Result (2)`. `taken` are names that none may get.
 */
export function distinctNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set([...taken, ...names]);
  const met = new Set(taken);
  const turns = new Map<string, number>();
  return names.map((name) => {
    if (!met.has(name)) {
      met.add(name);
      return name;
    }
    let turn = turns.get(name) ?? 2;
    while (used.has(`${name} (${turn})`)) turn++;
    turns.set(name, turn + 1);
    return `${name} (${turn})`;
  });
}

/** The names that come more than once. */
export function repeatedNames(names: readonly string[]): string[] {
  const met = new Set<string>();
  return [...new Set(names.filter((name) => met.size === met.add(name).size))];
}
