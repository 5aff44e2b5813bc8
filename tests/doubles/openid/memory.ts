import type { Adapter } from 'oidc-provider';

/** Keeps what the provider issues in memory, by model and id, so that a person's sessions can be taken back. */
export class Memory {
  readonly #kept = new Map<string, Map<string, Record<string, unknown>>>();

  adapter(model: string): Adapter {
    const own = this.#kept.get(model) ?? new Map<string, Record<string, unknown>>();
    this.#kept.set(model, own);
    return {
      upsert: async (id, payload) => void own.set(id, payload),
      find: async (id) => own.get(id),
      findByUid: async (uid) => [...own.values()].find((one) => one.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => void own.set(id, { ...own.get(id), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void own.delete(id),
      revokeByGrantId: async (grantId) => drop(own, (one) => one.grantId === grantId),
    };
  }

  /** Takes back every session and refresh token of a person. */
  forget(accountId: string): void {
    for (const model of ['Session', 'RefreshToken'])
      drop(this.#kept.get(model) ?? new Map(), (one) => one.accountId === accountId);
  }
}

function drop(
  from: Map<string, Record<string, unknown>>,
  which: (payload: Record<string, unknown>) => boolean,
): void {
  for (const [id, payload] of from) if (which(payload)) from.delete(id);
}
