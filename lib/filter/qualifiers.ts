import { filterParams } from './params';

/** A qualifier of the search box: the URL parameter it stands for (`took` stands for two), and what it is for. */
interface Qualifier {
  param: string;
  meaning: string;
}

/** The qualifiers that the search box offers, in the order in which it offers them. */
export const qualifiers: Readonly<Record<string, Qualifier>> = {
  approver: { param: 'approver', meaning: 'who decided' },
  requestor: { param: 'requestor', meaning: 'who asked' },
  target: { param: 'target', meaning: 'who receives the access' },
  package: { param: 'package', meaning: 'access package' },
  policy: { param: 'policy', meaning: 'assignment policy' },
  outcome: { param: 'outcome', meaning: 'how it ended' },
  took: { param: 'took', meaning: 'time to approve' },
  reason: { param: 'requestorReason', meaning: 'whether the requestor gave a reason' },
  approverReason: { param: 'approverReason', meaning: 'whether an approver gave a reason' },
  range: { param: 'range', meaning: 'the last hours or days' },
  after: { param: 'from', meaning: 'at or after a date or time' },
  before: { param: 'to', meaning: 'before a date or time' },
  decidedFrom: { param: 'decidedFrom', meaning: 'decided at or after a date or time' },
  decidedTo: { param: 'decidedTo', meaning: 'decided before a date or time' },
  arrivedAfter: { param: 'arrivedAfter', meaning: 'whose records arrived after a date or time' },
  arrivedBy: { param: 'arrivedBy', meaning: 'whose records arrived by a date or time' },
  arrived: {
    param: 'arrived',
    meaning: 'whether arrivedAfter and arrivedBy are about the first record or the latest',
  },
  by: { param: 'time', meaning: 'which time range, after and before are about' },
  check: { param: 'check', meaning: 'a check that marks it' },
  strength: { param: 'strength', meaning: 'how strong its strongest check is' },
  client: { param: 'client', meaning: 'with which program it was made' },
  kind: { param: 'kind', meaning: 'what was asked for, and by whom' },
  delivery: { param: 'delivery', meaning: 'what became of the access' },
  userType: { param: 'userType', meaning: 'member or guest' },
  tenant: { param: 'tenant', meaning: 'Entra tenant id' },
};

/** The URL parameter that a typed qualifier stands for, in any case; parameter names are accepted too. */
export function paramOf(typed: string): string | null {
  const like = (name: string) => name.toLowerCase() === typed.toLowerCase();
  const offered = Object.entries(qualifiers).find(([name]) => like(name));
  return offered?.[1].param ?? filterParams.find(like) ?? null;
}
