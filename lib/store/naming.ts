import 'server-only';
import { inCodePoints } from '../columns/inCodePoints';
import type { Answers } from '../columns/questions';
import type { Clause } from '../filter/clause';
import { namesWithin } from './names';
import type { Store } from './open';

/** Fills in the names of counted object ids that their question left open. */
export type Naming = (kind: Kind, counted: Answers['ids'][]) => Promise<Answers['ids'][]>;

type Kind = 'package' | 'policy' | 'person';

/** By kind, tenant and id; null where the data hold no name. */
type Known = Map<string, string | null>;

const remembered = new WeakMap<object, { version: number; within: Map<string, Known> }>();

/** Names found before, for as long as the data stay as they are, by what a reader may know. */
function knownOf(store: Store, within: string): Known {
  const version = store.version();
  let found = remembered.get(store.shared);
  if (found?.version !== version) {
    found = { version, within: new Map() };
    remembered.set(store.shared, found);
  }
  const known = found.within.get(within) ?? new Map();
  found.within.set(within, known);
  return known;
}

/** Names that the reader of these clauses may know; what is asked in one turn of the event loop is one statement. */
export function namingOf(store: Store, clauses: readonly Clause[]): Naming {
  const names = namesWithin(clauses);
  const known = knownOf(store, JSON.stringify(names));
  let wanted = new Set<string>();
  let found: Promise<void> | null = null;
  const find = async () => {
    const ids = [...wanted];
    [wanted, found] = [new Set(), null];
    const rows = await store.all<{ kind: string; tenant: string; id: string; name: string | null }>(
      `SELECT n.kind, n.tenant, n.id, n.name FROM ${names.sql} n
       WHERE n.id IN (SELECT unnest(from_json($ids, '["VARCHAR"]')))`,
      { ids: JSON.stringify(ids), ...names.bindings },
    );
    for (const { kind, tenant, id, name } of rows) known.set(keyOf(kind, tenant, id), name);
  };
  const isKnown = (kind: Kind, { value, tenants }: Answers['ids']) =>
    tenants?.every((tenant) => known.has(keyOf(kind, tenant, value))) ?? true;
  return async (kind, counted) => {
    const open = counted.filter((each) => !isKnown(kind, each));
    if (open.length > 0) {
      for (const { value } of open) wanted.add(value);
      found ??= new Promise((resolve, reject) => setImmediate(() => find().then(resolve, reject)));
      await found;
      for (const { value, tenants } of open)
        for (const tenant of tenants ?? []) {
          const key = keyOf(kind, tenant, value);
          if (!known.has(key)) known.set(key, null);
        }
    }
    return counted.map((each) => {
      if (each.tenants === null) return each;
      const told = each.tenants.flatMap((tenant) => {
        const own = known.get(keyOf(kind, tenant, each.value));
        return own ?? known.get(keyOf('called', tenant, each.value)) ?? [];
      });
      return { ...each, name: told.sort(inCodePoints)[0] ?? null };
    });
  };
}

const keyOf = (kind: string, tenant: string, id: string) => JSON.stringify([kind, tenant, id]);
