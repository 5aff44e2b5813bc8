import 'server-only';
import { AppError } from '../errors';
import type { Grant } from '../filter/clause';
import { roles } from './permissions';
import { readScopes, type ScopeEntry } from './scopesFile';
import type { Claims } from './verify';

/**
 * What the roles and groups of a reader let them see; null is everything. Throws `no-access` without a role, and
 * `scope-unknown` when it cannot be told what a scoped reader may see, so that nothing is shown.
 */
export async function grantsOf(claims: Claims, scopesFile: string | null): Promise<readonly Grant[] | null> {
  if (claims.roles.includes(roles.everything)) return null;
  if (!claims.roles.includes(roles.scoped))
    throw new AppError(
      'no-access',
      `You are signed in, and have no role here. Ask the owner of this product for the app role ${roles.everything} (everything) or ${roles.scoped} (your own packages).`,
    );
  if (scopesFile === null)
    return refuse('no file says what it shows. Ask the owner of this product to set SCOPES_FILE.');
  const entries = await readScopes(scopesFile).catch((cause: unknown) =>
    refuse(
      'the file that says what it shows cannot be used. Ask the owner of this product to mend it; the server’s log says how.',
      cause,
    ),
  );
  if (groupsAreLeftOut(claims) && entries.some(({ groups }) => groups))
    return refuse(
      'you are in more groups than a token holds, so what it shows cannot be decided. Ask the owner of this product to put only the groups assigned to the application into tokens.',
    );
  const grants = entries.filter((entry) => matches(entry, claims)).map(grantOf);
  if (grants.length === 0)
    return refuse('nothing is mapped to you or your groups. Ask the owner of this product to add you.');
  return grants;
}

function groupsAreLeftOut({ hasgroups, _claim_names }: Claims): boolean {
  return hasgroups !== undefined || _claim_names?.groups !== undefined;
}

function matches({ groups = [], readers = [] }: ScopeEntry, claims: Claims): boolean {
  return readers.includes(claims.oid) || groups.some((group) => claims.groups.includes(group));
}

function grantOf({ packages, workspaces }: ScopeEntry): Grant {
  return { packages: packages ?? null, workspaces: workspaces ?? null };
}

function refuse(reason: string, cause?: unknown): never {
  throw new AppError('scope-unknown', `You have the role ${roles.scoped}, and ${reason}`, { cause });
}
